/** What machines sent, kept as history: in a file beside the service, or in PostgreSQL. */
@NullMarked
package dev.candor.fleet.collect.store;

import org.jspecify.annotations.NullMarked;
