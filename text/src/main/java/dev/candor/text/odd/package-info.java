/**
 * What is odd in a text: characters that a reader would not notice, where nothing justifies them.
 */
@NullMarked
package dev.candor.text.odd;

import org.jspecify.annotations.NullMarked;
