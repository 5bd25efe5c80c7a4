package dev.candor.lab.recipe;

import dev.candor.core.InputException;
import dev.candor.lab.recipe.Recipe.Answer;
import dev.candor.lab.recipe.Recipe.Endpoint;
import dev.candor.lab.recipe.Recipe.Interpreter;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a recipe as YAML; docs/recipes.md describes the file. */
public final class RecipeFile {
  /** No recipe is nearly as long. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Set<String> KEYS =
      Set.of(
          "tool",
          "package",
          "runtime",
          "setup",
          "command",
          "api",
          "endpoint-variable",
          "endpoint-path",
          "key-variable",
          "environment",
          "files",
          "answers");

  private static final Set<String> ANSWER_KEYS =
      Set.of("host", "method", "path", "status", "content-type", "body");

  private static final Pattern RUNTIME = Pattern.compile("(node) *>= *(\\d{1,3})");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String name;

  private RecipeFile(String name) {
    this.name = name;
  }

  /**
   * @throws InputException naming the file and the key, if it is no recipe
   */
  public static Recipe read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InputException(
            file + " is larger than a megabyte, which no recipe is. Name another file.");
      }
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new InputException(
          file + " cannot be read as text (" + e.getMessage() + "); check path and permissions.",
          e);
    }
  }

  /**
   * @param name of the file, for messages
   * @throws InputException as {@link #read}
   */
  static Recipe parse(String name, String text) {
    return new RecipeFile(name).recipe(text);
  }

  private Recipe recipe(String text) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JacksonException e) {
      throw wrong(
          "is no YAML at line "
              + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ". Compare it with docs/recipes.md");
    }
    if (root == null || !root.isObject()) {
      throw wrong("holds no keys. Compare it with docs/recipes.md");
    }
    refuseUnknown(root, KEYS, "");
    List<String> command = strings(root, "command");
    if (command.isEmpty()) {
      throw wrong("has no command. Write command: [NAME, ARGUMENT, …]");
    }
    return new Recipe(
        required(root, "tool"),
        required(root, "package"),
        text(root, "runtime").map(this::runtime),
        setup(root),
        command,
        text(root, "api"),
        endpoint(root),
        text(root, "key-variable").map(this::variable),
        map(root, "environment"),
        map(root, "files"),
        answers(root));
  }

  private Interpreter runtime(String text) {
    Matcher known = RUNTIME.matcher(text);
    if (!known.matches()) {
      throw wrong(
          "asks for the runtime \"" + Visible.of(text, 80) + "\". Write runtime: node >=20");
    }
    return new Interpreter(known.group(1), Integer.parseInt(known.group(2)));
  }

  private Optional<Endpoint> endpoint(JsonNode root) {
    Optional<String> variable = text(root, "endpoint-variable").map(this::variable);
    Optional<String> path = text(root, "endpoint-path");
    if (variable.isEmpty() && path.isPresent()) {
      throw wrong("has an endpoint-path without an endpoint-variable. Name the variable");
    }
    return variable.map(v -> new Endpoint(v, path.orElse("")));
  }

  private String variable(String text) {
    if (!VARIABLE.matcher(text).matches()) {
      throw wrong("names the variable \"" + Visible.of(text, 80) + "\", which none can be called");
    }
    return text;
  }

  private List<List<String>> setup(JsonNode root) {
    List<List<String>> commands = new ArrayList<>();
    for (JsonNode command : list(root, "setup")) {
      if (!command.isArray() || command.isEmpty()) {
        throw wrong("has a setup that is no list of commands. Write setup: [[tool, login], …]");
      }
      List<String> words = new ArrayList<>();
      command.forEach(word -> words.add(scalar(word, "setup")));
      commands.add(words);
    }
    return commands;
  }

  private List<Answer> answers(JsonNode root) {
    List<Answer> answers = new ArrayList<>();
    for (JsonNode answer : list(root, "answers")) {
      if (!answer.isObject()) {
        throw wrong("has an answer without keys. Write host, path and body");
      }
      refuseUnknown(answer, ANSWER_KEYS, "answers: ");
      String status = text(answer, "status").orElse("200");
      if (!status.matches("[2-5]\\d\\d")) {
        throw wrong(
            "has an answer with the status \"" + Visible.of(status, 80) + "\". Write 200 to 599");
      }
      answers.add(
          new Answer(
              required(answer, "host"),
              text(answer, "method").orElse("*"),
              required(answer, "path"),
              Integer.parseInt(status),
              text(answer, "content-type").orElse("application/json"),
              text(answer, "body").orElse("{}")));
    }
    return answers;
  }

  private Iterable<JsonNode> list(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong("has a value for " + key + " that is no list");
    }
    return value;
  }

  private List<String> strings(JsonNode node, String key) {
    List<String> all = new ArrayList<>();
    list(node, key).forEach(one -> all.add(scalar(one, key)));
    return all;
  }

  private Map<String, String> map(JsonNode node, String key) {
    JsonNode value = node.get(key);
    Map<String, String> all = new LinkedHashMap<>();
    if (value == null || value.isNull()) {
      return all;
    }
    if (!value.isObject()) {
      throw wrong("has a value for " + key + " that is no map");
    }
    value.properties().forEach(one -> all.put(one.getKey(), scalar(one.getValue(), key)));
    return all;
  }

  private String required(JsonNode node, String key) {
    return text(node, key)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> wrong("has no " + key + ". Compare it with docs/recipes.md"));
  }

  private Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(scalar(value, key));
  }

  private String scalar(JsonNode value, String key) {
    if (!value.isValueNode() || value.isNull()) {
      throw wrong("has a value for " + key + " that is no text");
    }
    return value.asString();
  }

  private void refuseUnknown(JsonNode node, Set<String> known, String where) {
    node.propertyNames().stream()
        .filter(key -> !known.contains(key))
        .findFirst()
        .ifPresent(key -> {
          throw wrong(
              "has the key \""
                  + where
                  + Visible.of(key, 80)
                  + "\", which means nothing. Known are "
                  + String.join(", ", known.stream().sorted().toList()));
        });
  }

  private InputException wrong(String what) {
    return new InputException("The recipe " + name + " " + what + ".");
  }
}
