package dev.candor.fleet.inventory;

import dev.candor.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream into JSON objects that stand in a row, without reading what is in them. */
final class Documents {
  private final String name;
  private final InputStream in;
  private final int mostBytes;

  /**
   * @param name of the stream, for messages
   * @param mostBytes of one object
   */
  Documents(String name, InputStream in, int mostBytes) {
    this.name = name;
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /**
   * The bytes of the next object, cut off where the stream ends within it; empty at the end.
   *
   * @throws InputException if something else stands there, or it has too many bytes
   */
  Optional<byte[]> next() throws IOException {
    int first = in.read();
    while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
      first = in.read();
    }
    if (first < 0) {
      return Optional.empty();
    }
    if (first != '{') {
      throw new InputException(
          name + ": not an inventory in JSON; write one with candor inventory --json FILE.");
    }
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.write(first);
    int depth = 1;
    boolean quoted = false;
    boolean escaped = false;
    while (depth > 0) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      if (document.size() == mostBytes) {
        throw new InputException(
            "%s: larger than %d MiB, which no inventory is.".formatted(name, mostBytes >> 20));
      }
      document.write(b);
      if (quoted) {
        quoted = escaped || b != '"';
        escaped = !escaped && b == '\\';
      } else {
        quoted = b == '"';
        depth += b == '{' ? 1 : b == '}' ? -1 : 0;
      }
    }
    return Optional.of(document.toByteArray());
  }
}
