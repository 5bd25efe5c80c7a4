package dev.candor.text;

/** Makes text from an artifact harmless to a terminal and readable to a person. */
public final class Visible {
  private Visible() {}

  /**
   * The same text with every control, format, private-use and unassigned character and every lone
   * surrogate written as {@code \}{@code u{HEX}}: no terminal escape, no bidirectional override and
   * no invisible character survives. Spaces other than U+0020 are written out too.
   */
  public static String of(String text) {
    int clean = cleanPrefix(text);
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
    text.substring(clean).codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** At most {@code length} characters of {@link #of}, with an ellipsis where something was cut. */
  public static String of(String text, int length) {
    String start = text.length() > length ? text.substring(0, length) : text;
    String visible = of(start);
    return visible.length() <= length && start.length() == text.length()
        ? visible
        : visible.substring(0, Math.min(visible.length(), length - 1)) + "…";
  }

  private static int cleanPrefix(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7f) {
      i++;
    }
    return i;
  }

  private static void append(StringBuilder out, int codePoint) {
    boolean shown =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          case Character.SPACE_SEPARATOR -> codePoint == ' ';
          default -> true;
        };
    if (shown) {
      out.appendCodePoint(codePoint);
    } else {
      out.append("\\u{")
          .append(Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT))
          .append('}');
    }
  }
}
