package dev.candor.fleet.inventory.find;

import dev.candor.fleet.inventory.catalogue.Catalogue;
import java.io.IOException;

/**
 * Finds one kind of copy, or of configuration. One class for each, found by {@link
 * java.util.ServiceLoader}; many threads use one at the same time. What it reads is hostile: it
 * opens nothing but what it is handed and files beside it, and reads a bounded part.
 */
interface Finder {
  /** Whether an entry is worth a look, by its name, place and size; asked for each entry. */
  boolean wants(Entry entry, Catalogue catalogue);

  /**
   * Looks at an entry that it wants.
   *
   * @throws IOException if that cannot be read, which becomes part of the result
   */
  void look(Entry entry, Findings findings) throws IOException;
}
