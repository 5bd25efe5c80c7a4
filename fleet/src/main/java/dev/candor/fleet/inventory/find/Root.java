package dev.candor.fleet.inventory.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder below which all is looked for; absolute links in it begin there. */
record Root(Path path) {
  /** As many as Linux follows (path_resolution(7)). */
  private static final int MOST_LINKS = 40;

  /**
   * Where a place lies once its links are followed, each of them below the root.
   *
   * @param place begins with {@code /}
   * @return a place without links; empty where there is nothing, or links lead on and on
   */
  Optional<String> resolved(String place) {
    Deque<String> rest = new ArrayDeque<>(parts(place));
    Deque<String> at = new ArrayDeque<>();
    int links = 0;
    try {
      while (!rest.isEmpty()) {
        String part = rest.pop();
        if (part.equals("..")) {
          at.pollLast();
        } else {
          Path here = here(at).resolve(part);
          if (Files.isSymbolicLink(here)) {
            links++;
            if (links > MOST_LINKS) {
              return Optional.empty();
            }
            String target = Files.readSymbolicLink(here).toString();
            if (target.startsWith("/")) {
              at.clear();
            }
            parts(target).reversed().forEach(rest::push);
          } else if (!Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
          } else {
            at.addLast(part);
          }
        }
      }
    } catch (IOException | java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
    return Optional.of("/" + String.join("/", at));
  }

  /** The regular file at a place, links followed as {@link #resolved}. */
  Optional<Entry> file(String place) {
    return resolved(place)
        .map(found -> path.resolve(found.substring(1)))
        .filter(found -> Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS))
        .map(found ->
            new Entry(
                Folder.root(path), place.substring(1), found, false, found.toFile().length()));
  }

  private Path here(Deque<String> parts) {
    Path here = path;
    for (String part : parts) {
      here = here.resolve(part);
    }
    return here;
  }

  private static List<String> parts(String place) {
    return Stream.of(place.split("/", -1))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }
}
