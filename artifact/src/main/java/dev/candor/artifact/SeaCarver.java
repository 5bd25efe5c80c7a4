package dev.candor.artifact;

import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Single executable applications of Node.js. The blob (nodejs/node, {@code src/node_sea.cc}) lies
 * in an ELF note, a PE resource or a Mach-O section, all of which are aligned to four bytes, so it
 * is found by its magic number there and believed only when every length in it fits.
 */
@AutoService(Carver.class)
public final class SeaCarver implements Carver {
  static final int MAGIC = 0x0143da20;

  private static final int BLOCK = 1 << 20;

  /** A blob is one; other four-byte words that happen to be the number are few. */
  private static final int CANDIDATES = 4096;

  @Override
  public List<Piece> carve(Content content) {
    if (!Executable.is(content)) {
      return List.of();
    }
    byte[] block = new byte[BLOCK];
    int candidates = 0;
    for (long start = 0; start < content.size(); start += BLOCK) {
      int length = (int) Math.min(BLOCK, content.size() - start);
      content.read(start, block, 0, length);
      for (int at = 0; at + 4 <= length; at += 4) {
        if (LittleEndian.i32(block, at) == MAGIC && candidates++ < CANDIDATES) {
          List<Piece> pieces = SeaBlob.at(content, start + at);
          if (!pieces.isEmpty()) {
            return pieces;
          }
        }
      }
    }
    return List.of();
  }
}
