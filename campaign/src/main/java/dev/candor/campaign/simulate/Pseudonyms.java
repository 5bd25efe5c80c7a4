package dev.candor.campaign.simulate;

import java.nio.charset.StandardCharsets;

/** Names that tell nothing but whether two are equal: 60 bits of a hash, in 12 characters. */
final class Pseudonyms {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;

  private final long seed;

  Pseudonyms(long seed) {
    this.seed = seed;
  }

  /**
   * @param column so that the same number has different names in different columns
   */
  String of(int column, long number) {
    long bits = Draw.mix(seed, Names.PSEUDONYM, column, number);
    byte[] text = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      text[i] = (byte) DIGITS.charAt((int) (bits >>> 5 * i) & 31);
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
