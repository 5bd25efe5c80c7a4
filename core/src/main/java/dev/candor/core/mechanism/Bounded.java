package dev.candor.core.mechanism;

import java.util.regex.Pattern;

/** A text that ends a pattern's search when it takes too long: the pattern is somebody else's. */
final class Bounded implements CharSequence {
  private static final int MOST_LOOKS = 2_000_000;

  private final String text;
  private int looks;

  private Bounded(String text) {
    this.text = text;
  }

  /** Whether the pattern is found; not found when it takes too long. */
  static boolean find(Pattern pattern, String text) {
    try {
      return pattern.matcher(new Bounded(text)).find();
    } catch (TooLong | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a pattern took too long", null, false, false);
    }
  }
}
