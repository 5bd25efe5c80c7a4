package dev.candor.fleet.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the plan that a journal begins with. */
final class JournalReading {
  private static final int MOST = 100_000;

  private JournalReading() {}

  static List<Step> steps(String name, JsonNode first) {
    JsonNode all = first.path("plan").path("steps");
    if (!first.path("schema").asString("").equals(Journal.SCHEMA)
        || !all.isArray()
        || all.size() > MOST) {
      throw Journal.none(name, 1);
    }
    List<Step> steps = new ArrayList<>();
    for (JsonNode one : all) {
      List<String> command = texts(one.path("command"));
      if (command.isEmpty()) {
        throw Journal.none(name, 1);
      }
      try {
        steps.add(
            new Step(
                Step.Kind.valueOf(one.path("kind").asString("").toUpperCase(Locale.ROOT)),
                one.path("what").asString(""),
                command,
                texts(one.path("undo")),
                Optional.of(one.path("gone").asString(""))
                    .filter(it -> !it.isEmpty())
                    .map(Path::of)));
      } catch (IllegalArgumentException e) {
        throw Journal.none(name, 1);
      }
    }
    return steps;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array) {
      texts.add(one.asString(""));
    }
    return texts;
  }
}
