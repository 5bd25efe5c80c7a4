/** Text that comes from outside: what is in it that a reader would not notice. */
@NullMarked
package dev.candor.text;

import org.jspecify.annotations.NullMarked;
