package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The module graph in front of a Bun trailer. Releases differ in the length of the offsets
 * structure and of a module's record; both are told by which lengths make every record fit, not by
 * a version: names and contents lie inside the graph, names are text, and a NUL follows each.
 */
final class BunGraph {
  /** Offsets: u64 byte count, then (offset, length) of the module table; later fields vary. */
  private static final int[] OFFSETS_LENGTHS = {32, 24, 40, 48};

  /** Known record lengths come first, as two lengths can fit an empty or very small table. */
  private static final int[] RECORD_LENGTHS = {
    52, 36, 44, 32, 28, 24, 40, 48, 56, 60, 64, 68, 72, 76, 80, 84, 88, 92, 96
  };

  private static final int LARGEST_TABLE = 64 << 20;
  private static final int LONGEST_NAME = 4096;

  /** Each costs three small reads; the largest graph seen has 1,318 modules. */
  private static final int MOST_RECORDS_TRIED = 1_000_000;

  private final Content content;
  private int tried;
  private long start;
  private long length;
  private byte[] table = {};

  BunGraph(Content content) {
    this.content = content;
  }

  /** The modules of the graph whose trailer stands at {@code trailer}; empty when none fits. */
  List<Piece> before(long trailer) {
    for (int offsetsLength : OFFSETS_LENGTHS) {
      long offsets = trailer - offsetsLength;
      if (offsets < 0) {
        continue;
      }
      byte[] bytes = content.bytes(offsets, trailer);
      length = LittleEndian.i64(bytes, 0);
      long tableStart = LittleEndian.u32(bytes, 8);
      long tableLength = LittleEndian.u32(bytes, 12);
      if (length <= 0
          || length > offsets
          || tableLength == 0
          || tableLength > LARGEST_TABLE
          || tableStart + tableLength > length) {
        continue;
      }
      start = offsets - length;
      table = content.bytes(start + tableStart, start + tableStart + tableLength);
      List<Piece> pieces = pieces();
      if (!pieces.isEmpty()) {
        return pieces;
      }
    }
    return List.of();
  }

  private List<Piece> pieces() {
    for (int record : RECORD_LENGTHS) {
      if (table.length % record == 0) {
        List<Piece> pieces = pieces(record);
        if (!pieces.isEmpty()) {
          return pieces;
        }
      }
    }
    return List.of();
  }

  private List<Piece> pieces(int record) {
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < table.length; at += record) {
      long nameStart = LittleEndian.u32(table, at);
      long nameLength = LittleEndian.u32(table, at + 4);
      long bodyStart = LittleEndian.u32(table, at + 8);
      long bodyLength = LittleEndian.u32(table, at + 12);
      if (++tried > MOST_RECORDS_TRIED
          || nameLength == 0
          || nameLength > LONGEST_NAME
          || !endsInNul(nameStart, nameLength)
          || (bodyLength > 0 && !endsInNul(bodyStart, bodyLength))) {
        return List.of();
      }
      String name = name(nameStart, nameLength);
      if (name.chars().anyMatch(c -> c < ' ')) {
        return List.of();
      }
      if (bodyLength > 0) {
        ByteRange range = new ByteRange(start + bodyStart, start + bodyStart + bodyLength);
        pieces.add(new Piece(name, Sources.language(name, content, range), range));
      }
    }
    return pieces;
  }

  private boolean endsInNul(long offset, long size) {
    return offset + size < length
        && content.bytes(start + offset + size, start + offset + size + 1)[0] == 0;
  }

  private String name(long offset, long size) {
    return new String(content.bytes(start + offset, start + offset + size), StandardCharsets.UTF_8);
  }
}
