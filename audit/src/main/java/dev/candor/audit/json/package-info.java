/**
 * JSON reports and differences; their schemas are the resources {@code *.schema.json} beside this.
 */
@NullMarked
package dev.candor.audit.json;

import org.jspecify.annotations.NullMarked;
