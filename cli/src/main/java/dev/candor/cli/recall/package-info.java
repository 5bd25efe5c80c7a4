/** How much of what specimens hold the scan finds, judged by their labels. */
@NullMarked
package dev.candor.cli.recall;

import org.jspecify.annotations.NullMarked;
