/** The service that collects inventories of many machines, and what sends to it. */
@NullMarked
package dev.candor.fleet.collect;

import org.jspecify.annotations.NullMarked;
