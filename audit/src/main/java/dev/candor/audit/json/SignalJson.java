package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.strings;

import dev.candor.lab.inference.CodebookEntry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import tools.jackson.core.JsonGenerator;

/** The parts of signals that all formats in JSON write alike. */
public final class SignalJson {
  private static final MathContext DIGITS = new MathContext(4);

  private SignalJson() {}

  /** Writes the member {@code name} with a number of four digits. */
  public static void number(JsonGenerator json, String name, double value) {
    json.writeName(name);
    json.writeNumber(rounded(value));
  }

  static BigDecimal rounded(double value) {
    return new BigDecimal(value, DIGITS).stripTrailingZeros();
  }

  /** Writes the member {@code name} with levels by factor. */
  public static void levels(
      JsonGenerator json, String name, Map<String, SortedSet<String>> byFactor) {
    json.writeObjectPropertyStart(name);
    byFactor.forEach((factor, levels) -> strings(json, factor, List.copyOf(levels)));
    json.writeEndObject();
  }

  /** Writes a line of a codebook. */
  public static void entry(JsonGenerator json, CodebookEntry entry) {
    json.writeStartObject();
    levels(json, "levels", entry.levels());
    json.writeStringProperty("symbol", entry.symbol());
    json.writeBooleanProperty("rest", entry.rest());
    json.writeEndObject();
  }
}
