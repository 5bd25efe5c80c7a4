/** Receipts of several tools side by side, told by which facts went where and not by values. */
@NullMarked
package dev.candor.audit.compare;

import org.jspecify.annotations.NullMarked;
