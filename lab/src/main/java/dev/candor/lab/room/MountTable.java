package dev.candor.lab.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What is mounted where, of {@code /proc/self/mountinfo} (proc_pid_mountinfo(5)); needed because a
 * read-only bind must keep the flags of the mount that it copies, and does not reach those below.
 */
record MountTable(List<Mounted> mounts) {
  /** Flags that a user namespace may not take from a mount that it inherited. */
  private static final Set<String> LOCKED = Set.of("noexec");

  /**
   * One mount.
   *
   * @param target where
   * @param flags of this mount, as in {@code ro}, {@code noexec}
   */
  record Mounted(String target, Set<String> flags) {}

  static MountTable current() throws IOException {
    return parse(Files.readString(Path.of("/proc/self/mountinfo"), StandardCharsets.ISO_8859_1));
  }

  static MountTable parse(String mountinfo) {
    List<Mounted> mounts = new ArrayList<>();
    for (String line : mountinfo.lines().toList()) {
      String[] fields = line.split(" ");
      if (fields.length > 5) {
        String target = FstabWords.decode(fields[4]);
        mounts.removeIf(earlier -> earlier.target().equals(target)); // covered by this one
        mounts.add(new Mounted(target, Set.of(fields[5].split(","))));
      }
    }
    return new MountTable(List.copyOf(mounts));
  }

  /** Options for a read-only bind of a path. */
  String readOnly(String path) {
    return mounts.stream()
        .filter(m ->
            m.target().equals("/") || path.equals(m.target()) || RoomPath.below(path, m.target()))
        .max(Comparator.comparingInt(m -> m.target().length()))
        .map(m -> options(m))
        .orElse("ro,nosuid,nodev");
  }

  /** The mounts below a path; a recursive bind brings them along, as writable as they were. */
  List<Mounted> below(String path) {
    return mounts.stream().filter(m -> RoomPath.below(m.target(), path)).toList();
  }

  static String options(Mounted mounted) {
    StringBuilder options = new StringBuilder("ro,nosuid,nodev");
    LOCKED.stream().filter(mounted.flags()::contains).forEach(f -> options.append(',').append(f));
    return options.toString();
  }
}
