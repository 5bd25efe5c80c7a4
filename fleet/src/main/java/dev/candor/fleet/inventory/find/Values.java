package dev.candor.fleet.inventory.find;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * The texts of a file of configuration, each under its keys from the outermost on with dots
 * between; elements of lists count from 0.
 */
final class Values {
  private static final int DEEPEST = 50;
  private static final int MOST = 20_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Editors write such files.
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private static final YAMLFactory YAML = new YAMLFactory();

  private Values() {}

  /**
   * @param name of the file, by whose end its form is told; lines {@code KEY=VALUE} where it has
   *     none that is known
   * @throws IOException if it is not of that form
   */
  static Map<String, String> of(String name, byte[] content) throws IOException {
    String text = new String(content, StandardCharsets.UTF_8);
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "json", "jsonc" -> tree(JSON.createParser(ObjectReadContext.empty(), text));
      case "yaml", "yml" -> tree(YAML.createParser(ObjectReadContext.empty(), text));
      case "toml" -> TomlLines.of(text);
      default -> Assignments.of(text);
    };
  }

  private static Map<String, String> tree(JsonParser opened) throws IOException {
    Map<String, String> values = new TreeMap<>();
    Deque<Level> levels = new ArrayDeque<>();
    try (JsonParser parser = opened) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> {
            if (levels.size() >= DEEPEST) {
              throw new Unread("nested too deep, not read");
            }
            levels.push(
                new Level(
                    token == JsonToken.START_ARRAY, levels.isEmpty() ? "" : levels.peek().next()));
          }
          case END_OBJECT, END_ARRAY -> levels.pop();
          case PROPERTY_NAME -> levels.element().name = parser.currentName();
          default -> {
            if (!levels.isEmpty() && values.size() < MOST) {
              String key = levels.peek().next();
              if (token == JsonToken.VALUE_STRING) {
                values.put(key, parser.getString());
              }
            }
          }
        }
      }
    } catch (JacksonException e) {
      throw new Unread("not of its form, not read", e);
    }
    return values;
  }

  /** An object or list that is open. */
  private static final class Level {
    private final boolean list;
    private final String prefix;
    private String name = "";
    private int count;

    Level(boolean list, String prefix) {
      this.list = list;
      this.prefix = prefix.isEmpty() ? "" : prefix + ".";
    }

    /** The keys of what comes next. */
    String next() {
      return prefix + (list ? Integer.toString(count++) : name);
    }
  }
}
