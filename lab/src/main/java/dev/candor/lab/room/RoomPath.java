package dev.candor.lab.room;

import java.util.List;

/** Which absolute paths a plan may name. */
final class RoomPath {
  /** What the room makes by itself, or has from the host's system. */
  private static final List<String> SYSTEM =
      List.of(
          "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/nix", "/proc",
          "/run", "/sbin", "/sys", "/usr", "/var", "/.host");

  private RoomPath() {}

  /** Refuses a path that is not absolute and plain, or that a line of a file cannot hold. */
  static void check(String path) {
    boolean plain =
        path.startsWith("/")
            && !path.contains("//")
            && !(path + "/").contains("/../")
            && !(path + "/").contains("/./")
            && (path.length() == 1 || !path.endsWith("/"))
            && path.chars().noneMatch(c -> c == 0 || c == '\n');
    RoomPlan.require(plain, "not an absolute, plain path: " + path);
  }

  /** Whether something can be put there: not the root, and nothing of the system. */
  static boolean writable(String path) {
    return path.length() > 1
        && SYSTEM.stream().noneMatch(system -> path.equals(system) || below(path, system));
  }

  static boolean below(String path, String folder) {
    return path.startsWith(folder + "/");
  }
}
