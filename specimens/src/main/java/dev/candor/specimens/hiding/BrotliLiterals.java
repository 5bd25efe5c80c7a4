package dev.candor.specimens.hiding;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A Brotli stream (RFC 7932) of one meta-block whose single command inserts all bytes as
 * Huffman-coded literals. No matches: small tables need none, and any decoder reads it.
 */
final class BrotliLiterals {
  // RFC 7932, section 5: insert length codes 8 to 23.
  private static final int[] BASE = {
    10, 14, 18, 26, 34, 50, 66, 98, 130, 194, 322, 578, 1090, 2114, 6210, 22594
  };
  private static final int[] EXTRA = {2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24};
  // RFC 7932, section 3.5: the order in which code length code lengths are stored.
  private static final int[] ORDER = {1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  private static final int LONGEST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int count;

  private BrotliLiterals() {}

  /**
   * @param plain 10 to 65,536 bytes
   */
  static byte[] encode(byte[] plain) {
    if (plain.length < BASE[0] || plain.length > 1 << 16) {
      throw new IllegalArgumentException("not 10 to 65536 bytes: " + plain.length);
    }
    return new BrotliLiterals().stream(plain);
  }

  private byte[] stream(byte[] plain) {
    bits(0, 1); // window of 64 KiB
    bits(1, 1); // last meta-block
    bits(0, 1); // not empty
    bits(0, 2); // four nibbles of length
    bits(plain.length - 1, 16);
    bits(0, 3); // one block type each for literals, commands and distances
    bits(0, 6); // no postfix bits, no direct distance codes
    bits(0, 2); // literal context mode, unused with one tree
    bits(0, 2); // one literal tree, one distance tree
    int[] lengths = lengths(plain);
    literalCode(lengths);
    int insert = insertCode(plain.length);
    oneSymbolCode((insert < 8 ? 256 : 448) + ((insert & 7) << 3), 10);
    oneSymbolCode(0, 6);
    bits(plain.length - BASE[insert], EXTRA[insert]);
    int[] codes = codes(lengths);
    for (byte b : plain) {
      code(codes[b & 255], lengths[b & 255]);
    }
    if (count > 0) {
      out.write(held);
    }
    return out.toByteArray();
  }

  private static int insertCode(int length) {
    int code = BASE.length - 1;
    while (BASE[code] > length) {
      code--;
    }
    return code;
  }

  private void oneSymbolCode(int symbol, int alphabetBits) {
    bits(1, 2); // simple code
    bits(0, 2); // of one symbol
    bits(symbol, alphabetBits);
  }

  private void literalCode(int[] lengths) {
    bits(0, 2); // complex code, nothing skipped
    for (int symbol : ORDER) {
      bits(symbol <= LONGEST ? 1 : 0, 2); // lengths 0 to 15 get four bits each, repeats none
    }
    int space = 1 << LONGEST;
    for (int symbol = 0; space > 0; symbol++) {
      code(lengths[symbol], 4);
      space -= lengths[symbol] == 0 ? 0 : (1 << LONGEST) >> lengths[symbol];
    }
  }

  private static int[] lengths(byte[] plain) {
    int[] counts = new int[256];
    for (byte b : plain) {
      counts[b & 255]++;
    }
    int[] lengths = new int[256];
    // A floor under the counts flattens the tree until no code is too long.
    for (int floor = 1; floor == 1 || max(lengths) > LONGEST; floor *= 2) {
      lengths = huffman(counts, floor);
    }
    return lengths;
  }

  private record Tree(int weight, int first, List<Integer> symbols) {}

  private static int[] huffman(int[] counts, int floor) {
    Comparator<Tree> lightest = Comparator.comparingInt(Tree::weight);
    PriorityQueue<Tree> trees = new PriorityQueue<>(lightest.thenComparingInt(Tree::first));
    for (int s = 0; s < 256; s++) {
      if (counts[s] > 0) {
        trees.add(new Tree(Math.max(counts[s], floor), s, List.of(s)));
      }
    }
    if (trees.size() < 5) {
      throw new IllegalArgumentException("too few different bytes for a complex prefix code");
    }
    int[] lengths = new int[256];
    while (trees.size() > 1) {
      Tree a = trees.remove();
      Tree b = trees.remove();
      List<Integer> both = new ArrayList<>(a.symbols);
      both.addAll(b.symbols);
      for (int s : both) {
        lengths[s]++;
      }
      trees.add(new Tree(a.weight + b.weight, Math.min(a.first, b.first), both));
    }
    return lengths;
  }

  private static int max(int[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static int[] codes(int[] lengths) {
    int[] codes = new int[256];
    int next = 0;
    for (int length = 1; length <= LONGEST; length++) {
      next <<= 1;
      for (int s = 0; s < 256; s++) {
        if (lengths[s] == length) {
          codes[s] = next++;
        }
      }
    }
    return codes;
  }

  /** Prefix codes go in with their highest bit first, everything else lowest bit first. */
  private void code(int value, int length) {
    bits(Integer.reverse(value) >>> (32 - length), length);
  }

  private void bits(int value, int length) {
    for (int i = 0; i < length; i++) {
      held |= ((value >>> i) & 1) << count;
      if (++count == 8) {
        out.write(held);
        held = 0;
        count = 0;
      }
    }
  }
}
