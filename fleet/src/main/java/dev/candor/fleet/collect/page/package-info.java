/** The pages of the service: where is what, what violates since when, what changed. */
@NullMarked
package dev.candor.fleet.collect.page;

import org.jspecify.annotations.NullMarked;
