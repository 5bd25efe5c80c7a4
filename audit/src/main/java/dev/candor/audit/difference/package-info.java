/** What two reports differ in, told by what their findings do and not by where they stand. */
@NullMarked
package dev.candor.audit.difference;

import org.jspecify.annotations.NullMarked;
