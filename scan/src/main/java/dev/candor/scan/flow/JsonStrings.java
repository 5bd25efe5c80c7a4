package dev.candor.scan.flow;

import dev.candor.scan.syntax.Literals;
import java.util.ArrayList;
import java.util.List;

/** A list of strings that is written as JSON (RFC 8259), as code has it in a literal. */
final class JsonStrings {
  private final String json;
  private int at;

  private JsonStrings(String json) {
    this.json = json;
  }

  /** The strings in their order; empty for a text that is anything else than a list of strings. */
  static List<String> in(String json) {
    return new JsonStrings(json.strip()).list();
  }

  private List<String> list() {
    List<String> strings = new ArrayList<>();
    if (!takes('[')) {
      return List.of();
    }
    do {
      int from = at + 1;
      if (!takes('"')) {
        return List.of();
      }
      while (at < json.length() && json.charAt(at) != '"') {
        at += json.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= json.length()) {
        return List.of();
      }
      strings.add(Literals.unescape(json.substring(from, at)));
      at++;
      skipSpace();
    } while (takes(','));
    return takes(']') && at == json.length() ? List.copyOf(strings) : List.of();
  }

  /** With the space behind it, unless that may be part of a string. */
  private boolean takes(char c) {
    if (at >= json.length() || json.charAt(at) != c) {
      return false;
    }
    at++;
    if (c != '"') {
      skipSpace();
    }
    return true;
  }

  private void skipSpace() {
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
  }
}
