package dev.candor.scan;

import dev.candor.core.Location;
import dev.candor.core.Recovery;
import java.util.List;

/**
 * One place where stored data was read.
 *
 * @param steps what was undone, first step first
 * @param uses where the code speaks of the data
 */
record Recovered(
    List<String> steps, Reading reading, Recovery recovery, Location place, List<Location> uses) {
  Recovered withUses(List<Location> found) {
    return new Recovered(steps, reading, recovery, place, found);
  }
}
