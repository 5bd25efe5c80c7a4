package dev.candor.core;

import java.util.List;

/**
 * Strings that the artifact stores encoded and decodes when it runs.
 *
 * @param id depends on the entries alone, so that the same table has the same id in every version
 * @param encoding the steps that decode it, first step first, as {@code base64}, {@code xor:91}
 * @param entries what it holds, in stored order
 * @param score readability, mean bits per character over chance
 * @param recovery how it was read
 * @param places every place where it is stored, the one that a reader should look at first
 * @param uses places in the code that refer to the stored text
 */
public record HiddenTable(
    String id,
    List<String> encoding,
    List<String> entries,
    double score,
    Recovery recovery,
    List<Location> places,
    List<Location> uses) {

  public HiddenTable {
    encoding = List.copyOf(encoding);
    entries = List.copyOf(entries);
    places = List.copyOf(places);
    uses = List.copyOf(uses);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a table stands somewhere");
    }
  }

  public Location location() {
    return places.getFirst();
  }
}
