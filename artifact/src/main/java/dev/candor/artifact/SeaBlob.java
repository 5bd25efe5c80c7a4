package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The blob of a Node.js single executable application: u32 magic, u32 flags, since 2025 one or two
 * bytes (how options are taken, the module format), then strings, each a u64 length and its bytes:
 * the code's path, the code (or a V8 snapshot), by flag a code cache, by flag a u64 count of assets
 * with key and content (nodejs/node, {@code src/node_sea.cc}, {@code SeaSerializer::Write}).
 */
final class SeaBlob {
  private static final int USE_SNAPSHOT = 1 << 1;
  private static final int USE_CODE_CACHE = 1 << 2;
  private static final int INCLUDE_ASSETS = 1 << 3;
  private static final int KNOWN_FLAGS = 0xff;

  private static final int[] HEADER_LENGTHS = {9, 8, 10, 12, 16};
  private static final int LONGEST_NAME = 4096;
  private static final long MOST_ASSETS = 100_000;

  private final Content content;
  private final List<Piece> pieces = new ArrayList<>();
  private long at;

  private SeaBlob(Content content, long at) {
    this.content = content;
    this.at = at;
  }

  /** What the blob at {@code magic} holds; empty when the bytes there are no blob. */
  static List<Piece> at(Content content, long magic) {
    if (magic > content.size() - 16) {
      return List.of();
    }
    int flags = LittleEndian.i32(content.bytes(magic + 4, magic + 8), 0);
    if ((flags & ~KNOWN_FLAGS) != 0) {
      return List.of();
    }
    for (int header : HEADER_LENGTHS) {
      SeaBlob blob = new SeaBlob(content, magic + header);
      if (blob.read(flags)) {
        return blob.pieces;
      }
    }
    return List.of();
  }

  private boolean read(int flags) {
    Optional<String> path = name();
    Optional<ByteRange> code = path.isPresent() ? string() : Optional.empty();
    if (path.isEmpty() || code.isEmpty() || code.get().length() == 0) {
      return false;
    }
    boolean snapshot = (flags & USE_SNAPSHOT) != 0;
    Language language = snapshot ? Language.BINARY : Language.JAVASCRIPT;
    pieces.add(new Piece(path.get(), language, code.get()));
    if ((flags & USE_CODE_CACHE) != 0 && string().isEmpty()) {
      return false;
    }
    if ((flags & INCLUDE_ASSETS) != 0) {
      assets();
    }
    return true;
  }

  /** A damaged table of assets does not make the code before it less readable. */
  private void assets() {
    long count = number().orElse(0);
    for (long i = 0; i < Math.min(count, MOST_ASSETS); i++) {
      Optional<String> key = name();
      Optional<ByteRange> body = key.isPresent() ? string() : Optional.empty();
      if (key.isEmpty() || body.isEmpty()) {
        return;
      }
      if (body.get().length() > 0) {
        Language language = Sources.language(key.get(), content, body.get());
        pieces.add(new Piece(key.get(), language, body.get()));
      }
    }
  }

  private OptionalLong number() {
    if (at > content.size() - 8) {
      return OptionalLong.empty();
    }
    long number = LittleEndian.i64(content.bytes(at, at + 8), 0);
    at += 8;
    return OptionalLong.of(number);
  }

  private Optional<ByteRange> string() {
    long length = number().orElse(-1);
    if (length < 0 || length > content.size() - at) {
      return Optional.empty();
    }
    ByteRange range = new ByteRange(at, at + length);
    at += length;
    return Optional.of(range);
  }

  private Optional<String> name() {
    return string()
        .filter(range -> range.length() > 0 && range.length() <= LONGEST_NAME)
        .map(range -> content.bytes(range.start(), range.end()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(name -> name.chars().allMatch(c -> c >= ' ' && c != 0xfffd));
  }
}
