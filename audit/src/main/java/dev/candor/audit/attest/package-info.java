/** Keys, and reports that are signed with them. */
@NullMarked
package dev.candor.audit.attest;

import org.jspecify.annotations.NullMarked;
