package dev.candor.lab.receipt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In which rendering a fact stands in a text. A tool sends mostly the same texts in each of a
 * thousand trials; each is read once for each value.
 */
final class Sightings {
  /** Some 64 MB. */
  private static final int MOST_CHARACTERS = 32 << 20;

  private final Map<String, List<Rendering>> renderings = new HashMap<>();
  private final Map<String, Map<String, Optional<String>>> known = new HashMap<>();
  private int characters;

  /** The plainest rendering that is there, by its name. */
  Optional<String> of(Fact fact, String text) {
    Map<String, Optional<String>> byValue = known.get(text);
    if (byValue == null) {
      characters += text.length();
      if (characters > MOST_CHARACTERS) {
        known.clear();
        characters = text.length();
      }
      byValue = new HashMap<>();
      known.put(text, byValue);
    }
    return byValue.computeIfAbsent(fact.value(), value -> look(value, text));
  }

  private Optional<String> look(String value, String text) {
    return renderings.computeIfAbsent(value, Rendering::of).stream()
        .filter(rendering -> text.contains(rendering.text()))
        .findFirst()
        .map(Rendering::name);
  }
}
