package dev.candor.scan.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an encoding makes of stored data: Latin-1 text by step, the first one of each step. */
final class Peel {
  /** Four host names: 75 characters of which 32 are letters of words. */
  static final String HOSTS =
      "alpha.example.test,beta.example.test,gamma.example.test,delta.example.test";

  private Peel() {}

  static Map<String, String> off(Encoding encoding, String stored) {
    return off(encoding, stored.getBytes(ISO_8859_1), Clues.SOURCE);
  }

  static Map<String, String> off(Encoding encoding, byte[] stored) {
    return off(encoding, stored, Clues.SOURCE);
  }

  static Map<String, String> off(Encoding encoding, byte[] stored, Clues clues) {
    Map<String, String> plain = new LinkedHashMap<>();
    encoding.peel(
        Pieces.of(stored),
        clues,
        peeled ->
            plain.putIfAbsent(peeled.step(), new String(peeled.result().joined(), ISO_8859_1)));
    return plain;
  }

  /** Clues of code that holds these keys and speaks of AES. */
  static Clues keys(byte[]... keys) {
    return new Clues(List.of(), List.of(keys), Set.of(), true, Clues.Effort.FULL);
  }

  static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }

  /** The same bytes on every run. */
  static byte[] chance(int length, long seed) {
    byte[] bytes = new byte[length];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }
}
