package dev.candor.spark;

import dev.candor.core.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for on the command line: {@code LOG… --output FOLDER} and options, the same as
 * those of {@code candor campaigns detect}.
 *
 * @param options their values, by their names without dashes
 */
record Request(List<Path> logs, Map<String, String> options) {
  private static final Set<String> KNOWN =
      Set.of(
          "output",
          "tables",
          "smallest",
          "decoys",
          "rejects",
          "spill",
          "master",
          "executor-memory");

  Request {
    logs = List.copyOf(logs);
    options = Map.copyOf(options);
  }

  /**
   * Reads arguments.
   *
   * @throws InputException if an option is unknown, comes twice or has no value, or log or output
   *     are missing
   */
  static Request of(String... arguments) {
    List<Path> logs = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      if (!word.startsWith("--")) {
        logs.add(path(word));
        continue;
      }
      String name = word.substring(2);
      if (!KNOWN.contains(name)) {
        throw new InputException(
            "There is no option %s here. docs/campaigns/spark.md lists them.".formatted(word));
      }
      if (i + 1 == arguments.length || options.put(name, arguments[++i]) != null) {
        throw new InputException("%s takes one value, once.".formatted(word));
      }
    }
    if (logs.isEmpty() || !options.containsKey("output")) {
      throw new InputException(
          "A log and a place for the tables are needed: LOG… --output FOLDER.");
    }
    return new Request(logs, options);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** A path that an option names. */
  Optional<Path> place(String name) {
    return option(name).map(Request::path);
  }

  /**
   * A number that an option names.
   *
   * @throws InputException if it is none from least to most
   */
  int number(String name, int usual, int least, int most) {
    Optional<String> text = option(name);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw outside(name, least, most);
    }
    throw outside(name, least, most);
  }

  private static InputException outside(String name, int least, int most) {
    return new InputException("--%s takes a number from %d to %d.".formatted(name, least, most));
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new InputException("%s is no path. Name a file or a folder.".formatted(word), e);
    }
  }
}
