package dev.candor.specimens.js;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** All chance in a specimen; the same seed and name always draw the same. */
public final class Draw {
  // java.util.Random, because its sequence is part of its specification.
  private final Random random;

  public Draw(long seed, String name) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + name.hashCode());
  }

  /** A number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number from {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** True in about {@code percent} of 100 draws. */
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  public <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  public String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  public <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** The characters of {@code text} in another order. */
  public String shuffled(String text) {
    StringBuilder out = new StringBuilder();
    shuffled(text.chars().boxed().toList()).forEach(c -> out.append((char) c.intValue()));
    return out.toString();
  }

  /** {@code length} characters, each drawn from {@code alphabet}. */
  public String text(int length, String alphabet) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(alphabet.charAt(below(alphabet.length())));
    }
    return out.toString();
  }
}
