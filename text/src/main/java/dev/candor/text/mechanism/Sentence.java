package dev.candor.text.mechanism;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place where a text fits a template.
 *
 * @param start in UTF-16 units
 * @param end behind it
 * @param slots what stands in each slot
 */
public record Sentence(int start, int end, Map<String, String> slots) {
  public Sentence {
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
  }
}
