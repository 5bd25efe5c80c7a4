package dev.candor.text;

/** Text of any length, made visible; of a long one the beginning, and how long it is. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * As {@code abc… (1048576 characters)}.
   *
   * @param most UTF-16 units that are shown, 1 or more
   */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return Visible.of(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return "%s… (%d characters)".formatted(Visible.of(text.substring(0, end)), text.length());
  }
}
