package dev.candor.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One archive being read: every name and every body that it holds passes through here. */
final class Inside {
  private final Walk walk;
  private final String label;
  private final String prefix;
  private final int depth;
  private final Meter meter;
  private final Set<Long> names = new HashSet<>();
  private boolean held;
  private final long salt = System.nanoTime();

  /**
   * @param label what notes call the archive
   * @param prefix stands in front of every name
   * @param depth archives around this one
   */
  Inside(Walk walk, String label, String prefix, int depth, Meter meter) {
    this.walk = walk;
    this.label = label;
    this.prefix = prefix;
    this.depth = depth;
    this.meter = meter;
  }

  /** Whether anything was found in the archive, taken or left out. */
  boolean held() {
    return held;
  }

  Meter meter() {
    return meter;
  }

  /** Says something about the archive as a whole. */
  void note(String why) {
    walk.notes().add(label, why);
  }

  /** Says something about one file of the archive, which was read nevertheless. */
  void noteOn(String name, String why) {
    walk.notes().add(prefix + name, why);
  }

  void countEntry() {
    walk.bounds().countEntry();
  }

  long entriesLeft() {
    return walk.bounds().entriesLeft();
  }

  /** A folder holds no bytes, but it counts, and its name can be telling. */
  void directory(String name) {
    held = true;
    countEntry();
    EntryName.problem(name, walk.limits().nameLength())
        .filter(why -> !why.equals(EntryName.NAMELESS))
        .ifPresent(why -> walk.notes().add(prefix + name, why));
  }

  void leaveOut(String name, String why) {
    held = true;
    countEntry();
    walk.notes().add(prefix + name, why);
  }

  /**
   * Takes one file, unless its name is refused.
   *
   * @param expected its size as stored, for the first allocation only
   * @param body is read as far as needed, and not closed
   */
  void file(String name, long expected, InputStream body) throws IOException {
    held = true;
    countEntry();
    Optional<String> problem = EntryName.problem(name, walk.limits().nameLength());
    if (problem.isPresent()) {
      walk.notes().add(prefix + name, problem.get());
      return;
    }
    String path = prefix + EntryName.plain(name);
    if (!names.add(mix(path))) {
      walk.notes().add(path, "stands more than once in its archive; each was read");
    }
    walk.body(path, expected, body, depth, meter);
  }

  /** 64 bits of the name with a salt: enough to tell of duplicates without holding every name. */
  private long mix(String name) {
    long hash = salt;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
