package dev.candor.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the records of a pax extended header say about the next file (POSIX.1-2017, pax, "pax
 * Extended Header": {@code LENGTH KEY=VALUE\n}). Records that cannot be read end the parse.
 *
 * @param sparse whether the file is stored with its holes taken out (GNU.sparse.*)
 */
record Pax(Optional<String> path, OptionalLong size, boolean sparse) {
  static final Pax NONE = new Pax(Optional.empty(), OptionalLong.empty(), false);

  static Pax of(byte[] records) {
    Pax pax = NONE;
    int at = 0;
    while (at < records.length) {
      int length = 0;
      int i = at;
      while (i < records.length && records[i] >= '0' && records[i] <= '9' && length < 1 << 24) {
        length = length * 10 + records[i++] - '0';
      }
      int end = at + length;
      if (i == at
          || i >= records.length
          || records[i] != ' '
          || end <= i
          || end > records.length
          || records[end - 1] != '\n') {
        return pax;
      }
      String record = new String(records, i + 1, end - i - 2, StandardCharsets.UTF_8);
      pax = pax.with(record);
      at = end;
    }
    return pax;
  }

  /** This header with the values that {@code other} has in their place. */
  Pax and(Pax other) {
    return new Pax(
        other.path.or(() -> path),
        other.size.isPresent() ? other.size : size,
        sparse || other.sparse);
  }

  private Pax with(String record) {
    int equals = record.indexOf('=');
    if (equals < 0) {
      return this;
    }
    String value = record.substring(equals + 1);
    String key = record.substring(0, equals);
    if (key.startsWith("GNU.sparse.")) {
      return new Pax(key.equals("GNU.sparse.name") ? Optional.of(value) : path, size, true);
    }
    return switch (key) {
      case "path" -> new Pax(Optional.of(value), size, sparse);
      case "size" -> new Pax(path, size(value), sparse);
      default -> this;
    };
  }

  private static OptionalLong size(String value) {
    try {
      return OptionalLong.of(Long.parseLong(value));
    } catch (NumberFormatException e) {
      return OptionalLong.of(-1);
    }
  }
}
