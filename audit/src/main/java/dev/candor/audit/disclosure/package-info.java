/** What a vendor declares that a tool sends, and what of an audit it covers. */
@NullMarked
package dev.candor.audit.disclosure;

import org.jspecify.annotations.NullMarked;
