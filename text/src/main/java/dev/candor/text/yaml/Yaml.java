package dev.candor.text.yaml;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.util.Arrays;
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
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * A YAML file as a tree whose every node knows its line. Bounded; no aliases, no null. JSON is YAML
 * (YAML 1.2.2, chapter 1), and read as well.
 */
public sealed interface Yaml {
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
   * @throws InputException with the file and the line
   */
  static Yaml read(YamlFile file, String text) {
    try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw file.wrong(1, "the file holds nothing");
      }
      Yaml root = new YamlReading(file, parser).node(0);
      if (parser.nextToken() != null) {
        throw file.wrong(YamlReading.line(parser), "a second document begins");
      }
      return root;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw file.wrong(line, "this is no YAML (" + Visible.of(firstLine(e), 120) + ")");
    }
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("");
  }

  /**
   * A map, read key by key; says which keys it did not expect. Whatever is not as it is asked for
   * is an {@link InputException}.
   */
  record Members(YamlFile file, Mapping mapping) {
    private static final int MOST_ENTRIES = 10_000;

    public static Members of(YamlFile file, Yaml node, String... keys) {
      Set<String> known = new LinkedHashSet<>(List.of(keys));
      if (!(node instanceof Mapping mapping)) {
        throw file.wrong(node.line(), "keys are expected here: " + String.join(", ", known));
      }
      mapping
          .members()
          .forEach((key, value) -> {
            if (!known.contains(key)) {
              throw file.wrong(
                  value.line(),
                  "the key \""
                      + Visible.of(key, 80)
                      + "\" means nothing here; known are "
                      + String.join(", ", known));
            }
          });
      return new Members(file, mapping);
    }

    public int line() {
      return mapping.line();
    }

    public Optional<Yaml> node(String key) {
      return Optional.ofNullable(mapping.members().get(key));
    }

    public Yaml needed(String key) {
      return node(key).orElseThrow(() -> file.wrong(line(), "the key \"" + key + "\" is missing"));
    }

    public String text(String key) {
      return scalar(needed(key), key);
    }

    /** The same without blanks around it, of 1 to so many characters. */
    public String text(String key, int most) {
      String text = text(key).strip();
      if (text.isEmpty() || text.length() > most) {
        throw file.wrong(
            needed(key).line(), "\"" + key + "\" is a text of 1 to " + most + " characters");
      }
      return text;
    }

    public Optional<String> optional(String key) {
      return node(key).map(node -> scalar(node, key));
    }

    /** A text of that form. */
    public String matching(String key, Pattern form, String described) {
      String text = text(key);
      if (!form.matcher(text).matches()) {
        throw file.wrong(needed(key).line(), key + " is " + described);
      }
      return text;
    }

    /** One of several words. */
    public <T> T word(String key, T[] all, Function<T, String> word) {
      return word(key, text(key), all, word);
    }

    /** The same where the file may say it otherwise. */
    public <T> T word(String key, String asked, T[] all, Function<T, String> word) {
      for (T one : all) {
        if (word.apply(one).equals(asked.toLowerCase(Locale.ROOT))) {
          return one;
        }
      }
      throw file.wrong(
          needed(key).line(),
          "\""
              + Visible.of(asked, 80)
              + "\" is none of "
              + String.join(", ", Arrays.stream(all).map(word).toList()));
    }

    /** What is made of these members, where they fit together. */
    public <T> T fitting(Supplier<T> made) {
      try {
        return made.get();
      } catch (IllegalArgumentException e) {
        throw file.wrong(
            line(), "the " + file.noun() + " " + Visible.of(String.valueOf(e.getMessage()), 300));
      }
    }

    public List<Yaml> list(String key) {
      return list(key, MOST_ENTRIES);
    }

    public List<Yaml> list(String key, int most) {
      List<Yaml> all = sequence(key);
      if (all.size() > most) {
        throw file.wrong(
            all.get(most).line(), "\"" + key + "\" has more than " + most + " entries");
      }
      return all;
    }

    private List<Yaml> sequence(String key) {
      return node(key)
          .map(node -> {
            if (node instanceof Sequence sequence) {
              return sequence.elements();
            }
            throw file.wrong(node.line(), "\"" + key + "\" is a list: - one, - another");
          })
          .orElse(List.of());
    }

    public Map<String, Yaml> map(String key) {
      return node(key)
          .map(node -> {
            if (node instanceof Mapping map) {
              return map.members();
            }
            throw file.wrong(node.line(), "\"" + key + "\" has keys of its own: {key: value}");
          })
          .orElse(Map.of());
    }

    public String scalar(Yaml node, String key) {
      if (node instanceof Scalar scalar) {
        return scalar.text();
      }
      throw file.wrong(node.line(), "\"" + key + "\" is a text");
    }
  }
}
