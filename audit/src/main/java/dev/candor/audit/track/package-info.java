/** The history of a package: in which versions a mechanism is, and where it came and went. */
@NullMarked
package dev.candor.audit.track;

import org.jspecify.annotations.NullMarked;
