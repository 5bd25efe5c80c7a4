/** Whether a report, signed or not, is what it says: signature, subject, schema, consistency. */
@NullMarked
package dev.candor.audit.verify;

import org.jspecify.annotations.NullMarked;
