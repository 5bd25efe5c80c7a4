package dev.candor.specimens.twin;

import dev.candor.specimens.js.Draw;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bytes and words that look like those of real assets. */
final class Assets {
  private Assets() {}

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Random bytes behind a file's usual first bytes. */
  static byte[] file(Draw draw, int length, int... head) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int b : head) {
      out.write(b);
    }
    out.writeBytes(draw.bytes(length));
    return out.toByteArray();
  }

  /** Invented words with spaces between. */
  static String words(Draw draw, int count) {
    return IntStream.range(0, count).mapToObj(i -> word(draw)).collect(Collectors.joining(" "));
  }

  static String word(Draw draw) {
    String word = draw.pick("am", "lor", "ven", "tem", "quis", "dol", "sus", "per", "in", "mag");
    for (int i = draw.below(3); i > 0; i--) {
      word += draw.pick("a", "e", "i", "o", "u") + draw.pick("s", "t", "r", "m", "nt", "lis", "d");
    }
    return word;
  }
}
