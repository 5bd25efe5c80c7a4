package dev.candor.core;

/**
 * A place in an artifact.
 *
 * @param module name of the module, as {@code package/cli.js} or {@code package/tool!/app/main.js}
 *     for a module carved out of a file
 * @param range bytes in the <em>file</em> that holds the module, so that any reader can cut them
 *     out
 */
public record Location(String module, ByteRange range) implements Comparable<Location> {
  public Location(String module, long start, long end) {
    this(module, new ByteRange(start, end));
  }

  @Override
  public int compareTo(Location other) {
    int byModule = module.compareTo(other.module);
    return byModule != 0 ? byModule : Long.compare(range.start(), other.range.start());
  }

  @Override
  public String toString() {
    return module + ":" + range.start() + "-" + range.end();
  }
}
