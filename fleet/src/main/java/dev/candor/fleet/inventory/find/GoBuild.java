package dev.candor.fleet.inventory.find;

import dev.candor.artifact.Content;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What Go's linker puts into an executable about its main module (golang/go, {@code
 * src/debug/buildinfo/buildinfo.go}; the form since Go 1.18).
 *
 * @param module its path
 * @param version {@code (devel)} where it was built from a checkout
 */
record GoBuild(String module, String version) {
  /** In Latin-1. */
  static final String MAGIC = "\u00ff Go buildinf:";

  private static final int HEADER = 32;
  private static final int FLAGS = 15;
  private static final int INLINE = 2;

  /** Sentinels stand on both sides of the text. */
  private static final int SENTINEL = 16;

  private static final int LONGEST = 1 << 20;

  /** What stands at a place where the magic number is, if that can be read. */
  static Optional<GoBuild> at(Content content, long place) {
    long size = content.size();
    if (place + HEADER > size || (content.bytes(place, place + HEADER)[FLAGS] & INLINE) == 0) {
      return Optional.empty();
    }
    byte[] rest =
        content.bytes(place + HEADER, Math.min(size, place + HEADER + LONGEST + SENTINEL));
    int[] at = {0};
    Optional<byte[]> toolchain = text(rest, at);
    Optional<byte[]> modules = toolchain.isEmpty() ? Optional.empty() : text(rest, at);
    return modules
        .filter(text -> text.length > 2 * SENTINEL)
        .map(text -> new String(text, SENTINEL, text.length - 2 * SENTINEL, StandardCharsets.UTF_8))
        .flatMap(GoBuild::main);
  }

  private static Optional<GoBuild> main(String text) {
    return text.lines()
        .filter(line -> line.startsWith("mod\t"))
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields.length >= 3)
        .map(fields -> new GoBuild(fields[1], fields[2]))
        .findFirst();
  }

  /** A length as a varint, then so many bytes. */
  private static Optional<byte[]> text(byte[] bytes, int[] at) {
    long length = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      if (at[0] >= bytes.length) {
        return Optional.empty();
      }
      int b = bytes[at[0]++];
      length |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        int from = at[0];
        if (length > bytes.length - from) {
          return Optional.empty();
        }
        at[0] += (int) length;
        return Optional.of(java.util.Arrays.copyOfRange(bytes, from, at[0]));
      }
    }
    return Optional.empty();
  }
}
