/** What is odd in a text file, to be reported. */
@NullMarked
package dev.candor.audit.text;

import org.jspecify.annotations.NullMarked;
