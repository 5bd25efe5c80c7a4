package dev.candor.text.yaml;

import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/** One pass over a parser. */
final class YamlReading {
  private final YamlFile file;
  private final JsonParser parser;
  private int nodes;

  YamlReading(YamlFile file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  Yaml node(int depth) {
    int line = line(parser);
    if (depth > Yaml.DEEPEST) {
      throw file.wrong(line, "this is nested more than " + Yaml.DEEPEST + " deep");
    }
    if (++nodes > Yaml.MOST_NODES) {
      throw file.wrong(line, "the file holds more than " + Yaml.MOST_NODES + " values");
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw file.wrong(line, "aliases are not read; write the value out");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth, line);
      case START_ARRAY -> sequence(depth, line);
      case VALUE_NULL -> throw file.wrong(line, "a value is missing");
      default -> new Yaml.Scalar(Optional.ofNullable(parser.getString()).orElse(""), line);
    };
  }

  private Yaml mapping(int depth, int line) {
    Map<String, Yaml> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int at = line(parser);
      parser.nextToken();
      if (members.put(key, node(depth + 1)) != null) {
        throw file.wrong(at, "the key \"" + Visible.of(key, 80) + "\" is there twice");
      }
    }
    return new Yaml.Mapping(members, line);
  }

  private Yaml sequence(int depth, int line) {
    List<Yaml> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(node(depth + 1));
    }
    return new Yaml.Sequence(elements, line);
  }

  static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
