package dev.candor.text.mechanism;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** A YAML file as a tree whose every node knows its line. Bounded; no aliases, no null. */
sealed interface Yaml {
  int DEEPEST = 12;
  int MOST_NODES = 500_000;

  int line();

  /** Any scalar, as it is written. */
  record Scalar(String text, int line) implements Yaml {}

  /** A list. */
  record Sequence(List<Yaml> elements, int line) implements Yaml {}

  /** A map with different keys. */
  record Mapping(Map<String, Yaml> members, int line) implements Yaml {}

  /**
   * @throws InputException with {@code name} and the line
   */
  static Yaml read(String name, String text) {
    try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw wrong(name, 1, "the file holds nothing");
      }
      Yaml root = new Reading(name, parser).node(0);
      if (parser.nextToken() != null) {
        throw wrong(name, line(parser), "a second document begins");
      }
      return root;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw wrong(name, line, "this is no YAML (" + Visible.of(firstLine(e), 120) + ")");
    }
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("");
  }

  static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  static InputException wrong(String name, int line, String what) {
    return new InputException(
        "%s, line %d: %s. docs/mechanism.md describes the file.".formatted(name, line, what));
  }

  /** One pass over a parser. */
  final class Reading {
    private final String name;
    private final JsonParser parser;
    private int nodes;

    Reading(String name, JsonParser parser) {
      this.name = name;
      this.parser = parser;
    }

    private Yaml node(int depth) {
      int line = Yaml.line(parser);
      if (depth > DEEPEST) {
        throw wrong(name, line, "this is nested more than " + DEEPEST + " deep");
      }
      if (++nodes > MOST_NODES) {
        throw wrong(name, line, "the file holds more than " + MOST_NODES + " values");
      }
      if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
        throw wrong(name, line, "aliases are not read; write the value out");
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> mapping(depth, line);
        case START_ARRAY -> sequence(depth, line);
        case VALUE_NULL -> throw wrong(name, line, "a value is missing");
        default -> new Scalar(Optional.ofNullable(parser.getString()).orElse(""), line);
      };
    }

    private Yaml mapping(int depth, int line) {
      Map<String, Yaml> members = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        int at = Yaml.line(parser);
        parser.nextToken();
        if (members.put(key, node(depth + 1)) != null) {
          throw wrong(name, at, "the key \"" + Visible.of(key, 80) + "\" is there twice");
        }
      }
      return new Mapping(members, line);
    }

    private Yaml sequence(int depth, int line) {
      List<Yaml> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(node(depth + 1));
      }
      return new Sequence(elements, line);
    }
  }

  /** A map, read key by key; says which keys it did not expect. */
  record Members(String name, Mapping mapping) {
    private static final int MOST_ENTRIES = 10_000;

    static Members of(String name, Yaml node, String... keys) {
      Set<String> known = new LinkedHashSet<>(List.of(keys));
      if (!(node instanceof Mapping mapping)) {
        throw wrong(name, node.line(), "keys are expected here: " + String.join(", ", known));
      }
      mapping
          .members()
          .forEach((key, value) -> {
            if (!known.contains(key)) {
              throw wrong(
                  name,
                  value.line(),
                  "the key \""
                      + Visible.of(key, 80)
                      + "\" means nothing here; known are "
                      + String.join(", ", known));
            }
          });
      return new Members(name, mapping);
    }

    int line() {
      return mapping.line();
    }

    Optional<Yaml> node(String key) {
      return Optional.ofNullable(mapping.members().get(key));
    }

    Yaml needed(String key) {
      return node(key).orElseThrow(() -> wrong(name, line(), "the key \"" + key + "\" is missing"));
    }

    String text(String key) {
      return scalar(needed(key), key);
    }

    Optional<String> optional(String key) {
      return node(key).map(node -> scalar(node, key));
    }

    /** A text of that form. */
    String matching(String key, Pattern form, String described) {
      String text = text(key);
      if (!form.matcher(text).matches()) {
        throw wrong(name, needed(key).line(), key + " is " + described);
      }
      return text;
    }

    /** One of several words. */
    <T> T word(String key, T[] all, Function<T, String> word) {
      return word(key, text(key), all, word);
    }

    /** The same where the file may say it otherwise. */
    <T> T word(String key, String asked, T[] all, Function<T, String> word) {
      for (T one : all) {
        if (word.apply(one).equals(asked.toLowerCase(Locale.ROOT))) {
          return one;
        }
      }
      throw wrong(
          name,
          needed(key).line(),
          "\""
              + Visible.of(asked, 80)
              + "\" is none of "
              + String.join(", ", Arrays.stream(all).map(word).toList()));
    }

    /** What is made of these members, where they fit together. */
    <T> T fitting(Supplier<T> made) {
      try {
        return made.get();
      } catch (IllegalArgumentException e) {
        throw wrong(
            name, line(), "the mechanism " + Visible.of(String.valueOf(e.getMessage()), 300));
      }
    }

    List<Yaml> list(String key) {
      return list(key, MOST_ENTRIES);
    }

    List<Yaml> list(String key, int most) {
      List<Yaml> all = sequence(key);
      if (all.size() > most) {
        throw wrong(
            name, all.get(most).line(), "\"" + key + "\" has more than " + most + " entries");
      }
      return all;
    }

    private List<Yaml> sequence(String key) {
      return node(key)
          .map(node -> {
            if (node instanceof Sequence sequence) {
              return sequence.elements();
            }
            throw wrong(name, node.line(), "\"" + key + "\" is a list: - one, - another");
          })
          .orElse(List.of());
    }

    Map<String, Yaml> map(String key) {
      return node(key)
          .map(node -> {
            if (node instanceof Mapping map) {
              return map.members();
            }
            throw wrong(name, node.line(), "\"" + key + "\" has keys of its own: {key: value}");
          })
          .orElse(Map.of());
    }

    String scalar(Yaml node, String key) {
      if (node instanceof Scalar scalar) {
        return scalar.text();
      }
      throw wrong(name, node.line(), "\"" + key + "\" is a text");
    }
  }
}
