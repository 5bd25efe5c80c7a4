package dev.candor.gateway.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests as no two programs write them: odd spacing, members twice, large numbers, escapes for
 * what needs none, surrogates alone and in pairs, marks, signed blocks.
 */
final class RandomRequests {
  private static final List<String> PIECES =
      List.of(
          "Today's date is 2026-07-01.",
          "Today\u2019s date is 2026/07/01.",
          "Today\u02bcs date is 2026-07-01.",
          "Today\u02b9s date is 2026/07/01.",
          "zero\u200bwidth",
          "it\u02bcs",
          "p\u0430ssword and the word",
          "plain",
          " ",
          "\n",
          "\"",
          "\\",
          "\t",
          "\u0001",
          "\u4e2d\u6587",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "a\u00a0b",
          "the date 2026\u221207\u221201 is",
          "caf\u00e9",
          "\ufeffx",
          "{\"a\":1}",
          "a\u2003b c",
          "\u202etxt\u202c",
          "\\u0041");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1.0",
          "1.50E+400",
          "12345678901234567890123456789",
          "1e-9",
          "0.1000",
          "-12e0");
  private static final List<String> SPACES = List.of("", "", "", " ", "\n  ", "\t", "\r\n", "   ");

  private final Random random;
  private final StringBuilder json = new StringBuilder();

  /** Blocks of which no byte may change. */
  private final List<String> signed = new ArrayList<>();

  private RandomRequests(long seed) {
    random = new Random(seed);
  }

  /**
   * A request.
   *
   * @param signed blocks in it that are signed
   */
  record Sample(String json, List<String> signed) {}

  static Sample of(String path, long seed) {
    RandomRequests requests = new RandomRequests(seed);
    requests.request(path);
    return new Sample(requests.json.toString(), List.copyOf(requests.signed));
  }

  private void request(String path) {
    json.append(space()).append('{').append(space());
    int members = 1 + random.nextInt(5);
    for (int i = 0; i < members; i++) {
      json.append(i == 0 ? "" : ",");
      String name =
          switch (path) {
            case Bodies.ANTHROPIC ->
                pick(List.of("system", "messages", "max_tokens", "tools", "x"));
            case Bodies.CHAT -> pick(List.of("messages", "tools", "temperature", "messages"));
            case Bodies.RESPONSES -> pick(List.of("instructions", "input", "store", "tools"));
            default -> pick(List.of("contents", "systemInstruction", "system_instruction", "n"));
          };
      member(name, 0);
    }
    json.append('}').append(space());
  }

  private void member(String name, int depth) {
    json.append(space());
    string(name);
    json.append(space()).append(':');
    value(depth);
  }

  private void value(int depth) {
    json.append(space());
    switch (depth > 5 ? random.nextInt(3) : random.nextInt(8)) {
      case 0 -> json.append(pick(NUMBERS));
      case 1 -> json.append(pick(List.of("true", "false", "null")));
      case 2 -> string(text());
      case 3, 4 -> list(depth);
      case 5 -> signedBlock();
      default -> object(depth);
    }
    json.append(space());
  }

  private void list(int depth) {
    json.append('[');
    for (int i = random.nextInt(4); i > 0; i--) {
      value(depth + 1);
      json.append(i == 1 ? "" : ",");
    }
    json.append(space()).append(']');
  }

  private void object(int depth) {
    json.append('{');
    for (int i = random.nextInt(5); i > 0; i--) {
      member(
          pick(
              List.of(
                  "text",
                  "content",
                  "type",
                  "role",
                  "parts",
                  "text",
                  "args",
                  "input",
                  "description",
                  "data",
                  "a/b~",
                  "n\u0430me",
                  "thinking",
                  "summary")),
          depth + 1);
      json.append(i == 1 ? "" : ",");
    }
    json.append(space()).append('}');
  }

  private void signedBlock() {
    int start = json.length();
    json.append("{\"type\":\"thinking\",").append(space());
    json.append("\"thinking\":");
    string(text());
    json.append(",\"text\" :");
    string(text());
    json.append(",\"")
        .append(pick(List.of("signature", "encrypted_content", "thoughtSignature")))
        .append("\":\"Ab+/=\"}");
    signed.add(json.substring(start));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(pick(PIECES)).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  /** With escapes where they must be, and sometimes where they need not. */
  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || Character.isSurrogate(c) || random.nextInt(12) == 0) {
        json.append((random.nextBoolean() ? "\\u%04x" : "\\u%04X").formatted((int) c));
      } else if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c == '/' && random.nextInt(3) == 0) {
        json.append("\\/");
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private String space() {
    return pick(SPACES);
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
