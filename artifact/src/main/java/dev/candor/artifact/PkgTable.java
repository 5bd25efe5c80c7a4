package dev.candor.artifact;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The arguments at the end of a pkg prelude, each on lines of its own, with a line that is a comma
 * between them: file table, entry point, links[, dictionary of path segments, compression].
 *
 * @param length of the payload: the files lie in it without gaps
 * @param compressed whether the files' bytes are gzip or brotli
 */
record PkgTable(List<File> files, long length, boolean compressed) {
  private static final PkgTable NONE = new PkgTable(List.of(), 0, false);
  private static final byte[] BEFORE_TABLE = "\n},\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_FILES = 500_000;
  private static final int LONGEST_PATH = 4096;
  private static final int LONGEST_REST = 16 << 20;
  private static final JsonFactory JSON = new JsonFactory();

  /** Stores of {@code lib/common.ts}: 0 V8 bytecode, 1 content, 2 folder listing, 3 file status. */
  private static final int CONTENT = 1;

  private static final int BYTECODE = 0;

  /** One store of one file. */
  record File(String path, int store, long offset, long length) {
    boolean isSource() {
      return store == CONTENT;
    }

    boolean isBytecode() {
      return store == BYTECODE;
    }
  }

  /** Reads the table of the prelude {@code text[0, end)}; without files when it is none. */
  static PkgTable in(byte[] text, int end) {
    try {
      int start = tableStart(text, end);
      if (start < 0) {
        return NONE;
      }
      List<File> files = new ArrayList<>();
      int tableEnd;
      try (JsonParser parser =
          JSON.createParser(
              ObjectReadContext.empty(), new ByteArrayInputStream(text, start, end - start))) {
        readFiles(parser, files);
        tableEnd = start + (int) parser.currentLocation().getByteOffset();
      }
      if (tableEnd > end || end - tableEnd > LONGEST_REST) {
        return NONE;
      }
      List<String> rest =
          List.of(
              new String(text, tableEnd, end - tableEnd, StandardCharsets.UTF_8)
                  .split("\n,\n|\n\\);"));
      // rest: what follows the table (nothing), entry point, links[, dictionary, compression]
      Map<String, String> dictionary = rest.size() > 3 ? dictionary(rest.get(3)) : Map.of();
      boolean compressed = rest.size() > 4 && !rest.get(4).strip().matches("0|false");
      return of(compressed ? expanded(files, dictionary) : files, compressed);
    } catch (JacksonException | ArithmeticException damaged) {
      return NONE;
    }
  }

  private static PkgTable of(List<File> files, boolean compressed) {
    long length = 0;
    for (File file : files) {
      length = Math.max(length, Math.addExact(file.offset, file.length));
    }
    return new PkgTable(files, length, compressed);
  }

  /** The table follows the last line {@code },} that is followed by an object. */
  private static int tableStart(byte[] text, int end) {
    for (int at = end - BEFORE_TABLE.length - 1; at >= 0; at--) {
      if (text[at] == '\n'
          && Arrays.equals(text, at, at + BEFORE_TABLE.length, BEFORE_TABLE, 0, BEFORE_TABLE.length)
          && text[at + BEFORE_TABLE.length] == '{') {
        return at + BEFORE_TABLE.length;
      }
    }
    return -1;
  }

  private static void readFiles(JsonParser parser, List<File> files) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String path = parser.currentName();
      if (parser.nextToken() == JsonToken.START_OBJECT && path.length() <= LONGEST_PATH) {
        readStores(parser, path, files);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void readStores(JsonParser parser, String path, List<File> files) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String store = parser.currentName();
      if (parser.nextToken() != JsonToken.START_ARRAY || store.length() != 1) {
        parser.skipChildren();
        continue;
      }
      long[] numbers = new long[2];
      int count = 0;
      for (JsonToken token = parser.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_INT && count < 2) {
          numbers[count] = parser.getValueAsLong(-1);
        }
        count++;
        parser.skipChildren();
      }
      if (count == 2 && numbers[0] >= 0 && numbers[1] > 0 && files.size() < MOST_FILES) {
        files.add(new File(path.replace('\\', '/'), store.charAt(0) - '0', numbers[0], numbers[1]));
      }
    }
  }

  /** In a compressed executable a path is written in numbers: {@code {"src": "0"}}. */
  private static Map<String, String> dictionary(String json) {
    Map<String, String> names = new HashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME && names.size() < MOST_FILES) {
          String name = parser.currentName();
          if (parser.nextToken() == JsonToken.VALUE_STRING) {
            names.put(parser.getString(), name);
          } else {
            parser.skipChildren();
          }
        }
      }
    }
    return names;
  }

  private static List<File> expanded(List<File> files, Map<String, String> dictionary) {
    List<File> expanded = new ArrayList<>();
    for (File file : files) {
      String path =
          Stream.of(file.path.split("/", -1))
              .limit(LONGEST_PATH)
              .map(segment -> dictionary.getOrDefault(segment, segment))
              .collect(Collectors.joining("/"));
      expanded.add(new File(path, file.store, file.offset, file.length));
    }
    return expanded;
  }
}
