/** What a policy denies, removed, and what it names instead, installed: as commands, and run. */
@NullMarked
package dev.candor.fleet.plan;

import org.jspecify.annotations.NullMarked;
