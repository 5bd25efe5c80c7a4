package dev.candor.lab.room;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Paths as fstab(5) and mountinfo write them: white space and backslashes as three octal digits.
 */
final class FstabWords {
  private FstabWords() {}

  static String encode(String path) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c == '\\' || c == '#') {
        word.append('\\').append((char) ('0' + (c >> 6))).append((char) ('0' + (c >> 3 & 7)));
        word.append((char) ('0' + (c & 7)));
      } else {
        word.append(c);
      }
    }
    return word.toString();
  }

  /** The path of a word whose characters are bytes (ISO 8859-1). */
  static String decode(String word) {
    ByteArrayOutputStream path = new ByteArrayOutputStream();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '\\' && i + 3 < word.length() && octal(word.substring(i + 1, i + 4))) {
        path.write(Integer.parseInt(word.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        path.write(word.charAt(i));
      }
    }
    return path.toString(StandardCharsets.UTF_8);
  }

  private static boolean octal(String digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '7');
  }
}
