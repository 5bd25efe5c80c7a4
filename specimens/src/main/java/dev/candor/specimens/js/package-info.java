/** JavaScript as text: names, styles, idioms and layouts drawn by seed. */
@NullMarked
package dev.candor.specimens.js;

import org.jspecify.annotations.NullMarked;
