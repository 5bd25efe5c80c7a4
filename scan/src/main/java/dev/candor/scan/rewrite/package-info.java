/** Code that was made unreadable, written out again as what it amounts to. */
@NullMarked
package dev.candor.scan.rewrite;

import org.jspecify.annotations.NullMarked;
