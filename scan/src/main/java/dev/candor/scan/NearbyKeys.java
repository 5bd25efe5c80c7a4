package dev.candor.scan;

import dev.candor.scan.encoding.Clues;
import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the code around a literal offers as keys: short strings and byte arrays. */
final class NearbyKeys {
  private static final int REACH = 4_000;
  private static final int LONGEST_KEY = 64;
  private static final int MOST_KEYS = 24;

  /** What a small ASCII letter has more than the capital one. */
  private static final int LOWER = 0x20;

  private NearbyKeys() {}

  static Clues clues(Tokens tokens, Stored stored, List<String> alphabets) {
    int first = tokens.at((int) Math.max(0, stored.start() - REACH));
    long stop = stored.end() + REACH;
    int before = tokens.at((int) stored.start()) - 1;
    int behind = tokens.at((int) stored.end());
    List<byte[]> keys = new ArrayList<>();
    // The nearest first, on both sides in turn.
    while (keys.size() < MOST_KEYS) {
      boolean left = before >= first;
      boolean right = behind < tokens.count() && tokens.start(behind) < stop;
      if (!left && !right) {
        break;
      }
      if (left) {
        addKey(tokens, before--, keys);
      }
      if (right) {
        addKey(tokens, behind++, keys);
      }
    }
    return new Clues(
        alphabets, keys, Set.of(), mentionsCipher(tokens, first, stop), Clues.Effort.FULL);
  }

  private static void addKey(Tokens tokens, int t, List<byte[]> keys) {
    int length = tokens.end(t) - tokens.start(t);
    if (tokens.kind(t) == Tokens.STRING && length > 4 && length <= 2 * LONGEST_KEY) {
      byte[] key = Literals.string(tokens, t).getBytes(StandardCharsets.ISO_8859_1);
      if (key.length > 1 && key.length <= LONGEST_KEY) {
        keys.add(key);
      }
    } else if (tokens.kind(t) == '[') {
      addBytes(tokens, t, keys);
    }
  }

  private static void addBytes(Tokens tokens, int open, List<byte[]> keys) {
    int close = tokens.partner(open);
    int n = (close - open) / 2;
    if (n < 2 || n > LONGEST_KEY || tokens.kind(open + 1) != Tokens.NUMBER) {
      return;
    }
    byte[] key = new byte[n];
    for (int i = 0; i < n; i++) {
      int t = open + 1 + 2 * i;
      long value = tokens.kind(t) == Tokens.NUMBER ? Literals.number(tokens, t) : -1;
      if (value < 0 || value > 255) {
        return;
      }
      key[i] = (byte) value;
    }
    keys.add(key);
  }

  private static boolean mentionsCipher(Tokens tokens, int first, long stop) {
    byte[] text = tokens.text();
    int from = first < tokens.count() ? tokens.start(first) : 0;
    int to = (int) Math.min(text.length, stop);
    for (int i = from; i < to; i++) {
      int letter = text[i] | LOWER;
      if (letter == 'a' && stands("aes", text, i, to)
          || letter == 'd' && (stands("decipher", text, i, to) || stands("decrypt", text, i, to))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word of small letters stands there, in letters of any case. */
  private static boolean stands(String word, byte[] text, int at, int end) {
    if (end - at < word.length()) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if ((text[at + i] | LOWER) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
