package dev.candor.gateway.prompt;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes of a body in whose place others go.
 *
 * @param start of the first one
 * @param end behind the last one
 * @param was the characters that stand there
 * @param now the characters that go there
 */
record Edit(String pointer, int start, int end, String was, String now) {
  /** What goes there, as a string of JSON has it. */
  byte[] bytes() {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < now.length(); i++) {
      char c = now.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The body with all of them done; they are in order and do not overlap. */
  static byte[] all(byte[] body, List<Edit> edits) {
    int length = body.length;
    for (Edit edit : edits) {
      length += edit.bytes().length - (edit.end() - edit.start());
    }
    byte[] edited = new byte[length];
    int from = 0;
    int to = 0;
    for (Edit edit : edits) {
      System.arraycopy(body, from, edited, to, edit.start() - from);
      to += edit.start() - from;
      byte[] bytes = edit.bytes();
      System.arraycopy(bytes, 0, edited, to, bytes.length);
      to += bytes.length;
      from = edit.end();
    }
    System.arraycopy(body, from, edited, to, body.length - from);
    return edited;
  }
}
