package dev.candor.specimens.js;

/**
 * Takes white space and comments out of code whose statements all end in a semicolon or brace.
 * Strings, template literals and regular expressions stay as they are.
 */
final class Minifier {
  private final String code;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean space;

  private Minifier(String code) {
    this.code = code;
  }

  static String minify(String code) {
    Minifier minifier = new Minifier(code);
    while (minifier.at < code.length()) {
      minifier.step();
    }
    return minifier.out.append('\n').toString();
  }

  private void step() {
    char c = code.charAt(at);
    if (Character.isWhitespace(c)) {
      space = true;
      at++;
    } else if (code.startsWith("//", at)) {
      skipTo("\n");
    } else if (code.startsWith("/*", at)) {
      skipTo("*/");
      at += 2;
    } else if (c == '"' || c == '\'' || c == '`') {
      copy(quoted(c));
    } else if (c == '/' && regexMayStart()) {
      copy(regex());
    } else {
      copy(at + 1);
    }
  }

  private void skipTo(String end) {
    int found = code.indexOf(end, at);
    at = found < 0 ? code.length() : found;
    space = true;
  }

  private void copy(int end) {
    char next = code.charAt(at);
    if (space && !out.isEmpty() && needsSpace(out.charAt(out.length() - 1), next)) {
      out.append(' ');
    }
    space = false;
    out.append(code, at, end);
    at = end;
  }

  private static boolean needsSpace(char left, char right) {
    return (word(left) && word(right))
        || (left == right && (left == '+' || left == '-' || left == '/'));
  }

  static boolean word(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private int quoted(char quote) {
    int i = at + 1;
    while (code.charAt(i) != quote) {
      i += code.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private boolean regexMayStart() {
    int end = out.length();
    return end == 0
        || "(,=:[!&|?{};>".indexOf(out.charAt(end - 1)) >= 0
        || (end > 5 && out.substring(end - 6).equals("return"));
  }

  private int regex() {
    int i = at + 1;
    boolean inClass = false;
    while (inClass || code.charAt(i) != '/') {
      char c = code.charAt(i);
      inClass = c == '[' || (inClass && c != ']');
      i += c == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
