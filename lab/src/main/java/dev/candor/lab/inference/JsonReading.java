package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a JSON text from its beginning to its end. */
final class JsonReading {
  private static final int DEEPEST = 500;

  private final String text;
  private final TreeSet<String> spacing = new TreeSet<>();
  private final TreeSet<String> escapes = new TreeSet<>();
  private int at;
  private char last = '^';

  JsonReading(String text) {
    this.text = text;
  }

  @SuppressWarnings("serial")
  private static final class NoJson extends RuntimeException {
    NoJson() {
      super("no JSON", null, false, false);
    }
  }

  Optional<Json.Document> document() {
    try {
      space();
      if (at == text.length() || text.charAt(at) != '{' && text.charAt(at) != '[') {
        return Optional.empty();
      }
      Json root = value(0);
      space();
      return at < text.length()
          ? Optional.empty()
          : Optional.of(
              new Json.Document(root, String.join(" ", spacing), String.join(" ", escapes)));
    } catch (NoJson e) {
      return Optional.empty();
    }
  }

  private Json value(int depth) {
    if (depth > DEEPEST) {
      throw new NoJson();
    }
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> new Json.Text(string());
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private Json members(int depth) {
    List<Json.Member> members = new ArrayList<>();
    take('{');
    if (peek() == '}') {
      take('}');
      return new Json.Members(members);
    }
    while (true) {
      if (peek() != '"') {
        throw new NoJson();
      }
      String name = string();
      space();
      take(':');
      members.add(new Json.Member(name, value(depth + 1)));
      if (peek() == '}') {
        take('}');
        return new Json.Members(members);
      }
      take(',');
    }
  }

  private Json elements(int depth) {
    List<Json> elements = new ArrayList<>();
    take('[');
    if (peek() == ']') {
      take(']');
      return new Json.Elements(elements);
    }
    while (true) {
      elements.add(value(depth + 1));
      if (peek() == ']') {
        take(']');
        return new Json.Elements(elements);
      }
      take(',');
    }
  }

  private Json number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (from == at) {
      throw new NoJson();
    }
    last = '0';
    return new Json.Numeral(text.substring(from, at));
  }

  private Json word(String word) {
    if (!text.startsWith(word, at)) {
      throw new NoJson();
    }
    at += word.length();
    last = '0';
    return new Json.Word(word);
  }

  private String string() {
    int from = ++at;
    int end = from;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
      end++;
    }
    StringBuilder out = new StringBuilder();
    while (true) {
      out.append(text, from, end);
      if (end >= text.length()) {
        throw new NoJson();
      }
      if (text.charAt(end) == '"') {
        at = end + 1;
        last = '0';
        return out.toString();
      }
      from = escape(end, out);
      end = from;
      while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
        end++;
      }
    }
  }

  /** Takes the escape at {@code from}; tells where it ends. */
  private int escape(int from, StringBuilder out) {
    if (from + 1 >= text.length()) {
      throw new NoJson();
    }
    char c = text.charAt(from + 1);
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      if (c == '/') {
        escapes.add("\\/");
      }
      out.append("\"\\/\b\f\n\r\t".charAt(plain));
      return from + 2;
    }
    if (c != 'u' || from + 6 > text.length()) {
      throw new NoJson();
    }
    try {
      String hex = text.substring(from + 2, from + 6);
      char code = (char) Integer.parseInt(hex, 16);
      if (code >= ' ') {
        // Below, an escape is the only way; above, a writer's choice.
        escapes.add(hex.equals(hex.toLowerCase(Locale.ROOT)) ? "\\u" : "\\U");
      }
      out.append(code);
    } catch (NumberFormatException e) {
      throw new NoJson();
    }
    return from + 6;
  }

  private char peek() {
    space();
    if (at >= text.length()) {
      throw new NoJson();
    }
    return text.charAt(at);
  }

  private void take(char c) {
    if (peek() != c) {
      throw new NoJson();
    }
    at++;
    last = c;
  }

  /** How far a line is indented follows from its depth; only the first step is told. */
  private void space() {
    int from = at;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at > from && spacing.size() < 100) {
      char next = at < text.length() ? text.charAt(at) : '$';
      String between = text.substring(from, Math.min(at, from + 40));
      String shown =
          between.indexOf('\n') >= 0
              ? "line" + (between.indexOf('\t') > 0 ? " by tab" : "")
              : between.replace(" ", "space").replace("\t", "tab").replace("\r", "return");
      spacing.add(last + shown + (",:}]$".indexOf(next) >= 0 ? next : '0'));
    }
  }
}
