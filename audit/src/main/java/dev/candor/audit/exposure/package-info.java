/** Whether a machine would be marked, and as what. */
@NullMarked
package dev.candor.audit.exposure;

import org.jspecify.annotations.NullMarked;
