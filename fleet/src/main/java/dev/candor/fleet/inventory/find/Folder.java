package dev.candor.fleet.inventory.find;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of a walk.
 *
 * @param parent empty for the root
 * @param place its path below the root, {@code /} for the root itself
 * @param path by which this machine reaches it
 */
record Folder(Optional<Folder> parent, String name, String place, Path path) {
  static Folder root(Path path) {
    return new Folder(Optional.empty(), "", "/", path);
  }

  /** A folder in this one. */
  Folder inner(String name) {
    return new Folder(Optional.of(this), name, place(name), path.resolve(name));
  }

  /** The place of something in it. */
  String place(String name) {
    return place.length() == 1 ? place + name : place + "/" + name;
  }

  /** Its own name for 0, its parent's for 1, and so on; empty above the root. */
  String name(int above) {
    return above == 0 ? name : parent.map(folder -> folder.name(above - 1)).orElse("");
  }

  /** The outermost folder of that name, this one included. */
  Optional<Folder> outermost(String name) {
    Optional<Folder> found = Optional.empty();
    for (Optional<Folder> at = Optional.of(this); at.isPresent(); at = at.get().parent) {
      if (at.get().name.equals(name)) {
        found = at;
      }
    }
    return found;
  }

  /** Whether it or one above it has that name. */
  boolean isIn(String name) {
    return outermost(name).isPresent();
  }
}
