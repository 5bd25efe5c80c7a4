/** One class an encoding: what stored bytes may be when it is undone. */
@NullMarked
package dev.candor.scan.encoding;

import org.jspecify.annotations.NullMarked;
