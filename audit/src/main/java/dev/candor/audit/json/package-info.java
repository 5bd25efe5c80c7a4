/** The JSON report, whose schema is the resource {@code report-v1.schema.json} beside this. */
@NullMarked
package dev.candor.audit.json;

import org.jspecify.annotations.NullMarked;
