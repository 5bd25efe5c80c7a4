package dev.candor.artifact;

import dev.candor.core.ByteRange;
import dev.candor.core.Location;

/**
 * One readable piece of an artifact: a source file, source carved out of an executable, or the rest
 * of the executable around what was carved.
 *
 * @param name path of the entry, followed by {@code !} and the inner name where it was carved
 * @param language how to read it
 * @param content bytes of the whole entry that holds the module
 * @param range which of them are the module
 */
public record Module(String name, Language language, Content content, ByteRange range) {
  public long size() {
    return range.length();
  }

  /** All bytes of the module. */
  public byte[] bytes() {
    return content.bytes(range.start(), range.end());
  }

  /** The place of the module's bytes {@code [start, end)}, counted from the module's start. */
  public Location locate(long start, long end) {
    return new Location(name, new ByteRange(start, end).shift(range.start()));
  }
}
