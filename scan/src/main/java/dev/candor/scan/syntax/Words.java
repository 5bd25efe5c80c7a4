package dev.candor.scan.syntax;

import java.util.Arrays;

/**
 * The distinct words of a module, numbered from 0 in the order in which they were added. In a large
 * module most words are minified names, so those of up to three letters, digits, $ and _ have a
 * table of their own, in which there is nothing to compare.
 */
final class Words {
  private static final int SHORT = 3;

  /** 64 characters, and none. */
  private static final int BASE = 65;

  /** A table for short words is worth its megabyte in modules of so many tokens. */
  private static final int LARGE = 50_000;

  private static final byte[] DIGITS = digits();

  private final Tokens tokens;

  /**
   * One more than the number of each short word, 0 where there is none; empty in a small module.
   */
  private final int[] shortWords;

  /** A token that each is spelt by. */
  private int[] spelt = new int[512];

  /** Open addressing: one more than a longer word's number, 0 where free; at most half full. */
  private int[] slots = new int[1024];

  private int size;

  Words(Tokens tokens) {
    this.tokens = tokens;
    this.shortWords = new int[tokens.count() < LARGE ? 0 : BASE * BASE * BASE];
  }

  int size() {
    return size;
  }

  /** The number of the word {@code token}, a new one if there is none yet. */
  int add(int token) {
    int direct = direct(tokens.text(), tokens.start(token), tokens.end(token));
    if (direct >= 0) {
      if (shortWords[direct] == 0) {
        shortWords[direct] = next(token);
      }
      return shortWords[direct] - 1;
    }
    int at = slotOf(token);
    if (slots[at] == 0) {
      int word = next(token);
      if (size * 2 > slots.length) {
        grow();
        at = slotOf(token);
      }
      slots[at] = word;
    }
    return slots[at] - 1;
  }

  /** The number of the word {@code token}, or -1. */
  int find(int token) {
    int direct = direct(tokens.text(), tokens.start(token), tokens.end(token));
    return (direct >= 0 ? shortWords[direct] : slots[slotOf(token)]) - 1;
  }

  int find(byte[] word, int hash) {
    int direct = direct(word, 0, word.length);
    if (direct >= 0) {
      return shortWords[direct] - 1;
    }
    int at = first(hash);
    while (slots[at] > 0 && !isSpelt(slots[at] - 1, word, hash)) {
      at = next(at, slots);
    }
    return slots[at] - 1;
  }

  private boolean isSpelt(int number, byte[] word, int hash) {
    int token = spelt[number];
    return tokens.hash(token) == hash
        && Arrays.equals(
            tokens.text(), tokens.start(token), tokens.end(token), word, 0, word.length);
  }

  /** One more than the number that the word {@code token} gets. */
  private int next(int token) {
    if (size == spelt.length) {
      spelt = Arrays.copyOf(spelt, size * 2);
    }
    spelt[size] = token;
    return ++size;
  }

  /** The place of a short word in its table, or -1. */
  private int direct(byte[] text, int start, int end) {
    if (end - start > SHORT || shortWords.length == 0) {
      return -1;
    }
    int place = 0;
    for (int i = start; i < end; i++) {
      int digit = DIGITS[text[i] & 0xff];
      if (digit == 0) {
        return -1;
      }
      place = place * BASE + digit;
    }
    return place;
  }

  private int slotOf(int token) {
    int hash = tokens.hash(token);
    int at = first(hash);
    while (slots[at] > 0) {
      int other = spelt[slots[at] - 1];
      if (tokens.hash(other) == hash && tokens.sameText(other, token)) {
        break;
      }
      at = next(at, slots);
    }
    return at;
  }

  private static int next(int at, int[] slots) {
    return (at + 1) & (slots.length - 1);
  }

  private int first(int hash) {
    return (((hash ^ (hash >>> 15)) * 0x9e3779b9) >>> 7) & (slots.length - 1);
  }

  private void grow() {
    int[] before = slots;
    slots = new int[before.length * 4];
    for (int word : before) {
      if (word > 0) {
        int at = first(tokens.hash(spelt[word - 1]));
        while (slots[at] > 0) {
          at = next(at, slots);
        }
        slots[at] = word;
      }
    }
  }

  private static byte[] digits() {
    byte[] digits = new byte[256];
    byte digit = 0;
    for (int c = 0; c < 0x80; c++) {
      if (Character.isLetterOrDigit(c) || c == '$' || c == '_') {
        digits[c] = ++digit;
      }
    }
    return digits;
  }
}
