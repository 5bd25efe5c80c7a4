package dev.candor.core;

import java.util.List;

/**
 * A list that the artifact compares with and that nobody can read back: digests of strings.
 *
 * @param id depends on the values alone
 * @param kind what the values look like, as {@code sha256 hex}
 * @param values as stored
 * @param places every place where it is stored
 */
public record UnreadableTable(String id, String kind, List<String> values, List<Location> places) {
  public UnreadableTable {
    values = List.copyOf(values);
    places = List.copyOf(places);
  }

  public Location location() {
    return places.getFirst();
  }
}
