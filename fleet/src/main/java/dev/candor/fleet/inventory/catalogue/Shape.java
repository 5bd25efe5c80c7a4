package dev.candor.fleet.inventory.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the executable of a tool looks like inside, whatever it is called.
 *
 * @param container how it was made
 * @param holds texts that are all in it; of a Go executable, the path of its module alone
 * @param version where it tells its version; empty where it does not
 */
public record Shape(Container container, List<String> holds, Optional<VersionPlace> version) {
  public Shape {
    holds = List.copyOf(holds);
  }

  /** How an executable was made. */
  public enum Container {
    /** A module graph behind Bun's runtime. */
    BUN,
    /** A single executable application of Node.js. */
    NODE,
    /** Go, which puts the module's path and version into each executable. */
    GO,
    /** Compiled; known by its texts alone. */
    NATIVE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where a version stands.
   *
   * @param behind a text of {@code holds}, or another one
   * @param pattern found within {@link #WITHIN} bytes behind it; its first group is the version
   */
  public record VersionPlace(String behind, Pattern pattern) {
    public static final int WITHIN = 512;
  }
}
