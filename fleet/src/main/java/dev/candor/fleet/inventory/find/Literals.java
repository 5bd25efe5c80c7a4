package dev.candor.fleet.inventory.find;

import dev.candor.artifact.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for many texts in one pass over a content (Wu and Manber, "A Fast Algorithm for
 * Multi-Pattern Searching", 1994, with blocks of two bytes).
 */
final class Literals {
  /** Places of one text that are kept. */
  static final int MOST_PLACES = 16;

  private static final int WINDOW = 1 << 20;
  private static final int BLOCKS = 1 << 16;

  private final List<byte[]> texts;
  private final int shortest;
  private final int longest;
  private final int[] shifts = new int[BLOCKS];
  private final Map<Integer, List<byte[]>> endingIn = new HashMap<>();

  /**
   * @param texts in Latin-1, each of two characters or more
   */
  Literals(List<String> texts) {
    this.texts =
        texts.stream().distinct().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
    shortest = this.texts.stream().mapToInt(text -> text.length).min().orElse(2);
    longest = this.texts.stream().mapToInt(text -> text.length).max().orElse(2);
    Arrays.fill(shifts, shortest - 1);
    for (byte[] text : this.texts) {
      for (int end = 1; end < shortest; end++) {
        int block = block(text, end);
        shifts[block] = Math.min(shifts[block], shortest - 1 - end);
      }
      endingIn.computeIfAbsent(block(text, shortest - 1), b -> new ArrayList<>()).add(text);
    }
  }

  /** The first places of each text that is there, by text; in order. */
  Map<String, List<Long>> in(Content content) {
    Map<String, List<Long>> found = new TreeMap<>();
    if (texts.isEmpty()) {
      return found;
    }
    byte[] window = new byte[(int) Math.min(WINDOW, content.size())];
    long start = 0;
    while (start < content.size()) {
      int length = (int) Math.min(window.length, content.size() - start);
      content.read(start, window, 0, length);
      search(window, length, start, found);
      if (start + length == content.size()) {
        break;
      }
      start += length - (longest - 1);
    }
    return found;
  }

  private void search(byte[] bytes, int length, long start, Map<String, List<Long>> found) {
    int at = shortest - 1;
    while (at < length) {
      int block = block(bytes, at);
      int shift = shifts[block];
      if (shift == 0) {
        for (byte[] text : endingIn.getOrDefault(block, List.of())) {
          int from = at - (shortest - 1);
          if (from + text.length <= length
              && Arrays.equals(bytes, from, from + text.length, text, 0, text.length)) {
            add(text, start + from, found);
          }
        }
        shift = 1;
      }
      at += shift;
    }
  }

  /** Windows overlap, so that one place can be met twice. */
  private static void add(byte[] text, long place, Map<String, List<Long>> found) {
    List<Long> places =
        found.computeIfAbsent(
            new String(text, StandardCharsets.ISO_8859_1), key -> new ArrayList<>());
    if (places.size() < MOST_PLACES && !places.contains(place)) {
      places.add(place);
    }
  }

  private static int block(byte[] bytes, int end) {
    return (bytes[end - 1] & 0xff) << 8 | bytes[end] & 0xff;
  }
}
