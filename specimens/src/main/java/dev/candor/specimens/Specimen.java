package dev.candor.specimens;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small npm-like package and the truth about it.
 *
 * @param name stable for a given seed and across seeds, fit for a file name
 * @param files bytes by path relative to the package's folder, with {@code /}
 */
public record Specimen(String name, Label label, SortedMap<String, byte[]> files) {
  public Specimen {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public Specimen(String name, Label label, Map<String, byte[]> files) {
    this(name, label, new TreeMap<>(files));
  }
}
