package dev.candor.audit.compare;

import dev.candor.text.Visible;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;

/** Places in few words, the same for all model APIs: {@code system prompt}, {@code telemetry}. */
public final class PlaceWords {
  /** How the words end of what is in doubt. */
  public static final String ONLY = "\" only)";

  private static final int LONGEST_VALUE = 20;

  private static final String BODY = "body ";

  /** Members of requests that the model's makers or tools have read as instructions. */
  private static final Set<String> SYSTEM =
      Set.of("system", "instructions", "systemInstruction", "system_instruction");

  private static final Set<String> MESSAGES = Set.of("messages", "input", "contents", "prompt");

  /** In the path or host of what takes reports of what a program did. */
  private static final Set<String> TELEMETRY =
      Set.of(
          "analytics",
          "event",
          "events",
          "log",
          "logging",
          "logs",
          "metric",
          "metrics",
          "otel",
          "rum",
          "sentry",
          "statsig",
          "telemetry",
          "trace",
          "traces",
          "track",
          "tracking");

  private PlaceWords() {}

  /** All of a row's cell, each once; those in doubt only where they add something. */
  public static SequencedSet<String> of(List<Told> told) {
    SequencedSet<String> words = new LinkedHashSet<>();
    told.stream().filter(one -> !one.isDoubtful()).forEach(one -> words.add(certain(one)));
    told.stream()
        .filter(one -> one.isDoubtful() && !words.contains(certain(one)))
        .forEach(one -> words.add(of(one)));
    return words;
  }

  /**
   * Whether it is within what a model is told, by its makers, the tool or the user.
   *
   * @param pointer the steps of a JSON pointer into the body of a request that asks a model
   */
  public static boolean isPrompt(List<String> pointer) {
    String first = pointer.isEmpty() ? "" : pointer.getFirst();
    return !pointer.contains("tools") && (SYSTEM.contains(first) || MESSAGES.contains(first));
  }

  /** As {@code system prompt}, {@code telemetry (base64)}, {@code tools ("main" only)}. */
  public static String of(Told told) {
    String doubt =
        told.isDoubtful() ? " (\"" + Visible.of(told.only().orElse(""), LONGEST_VALUE) + ONLY : "";
    return certain(told) + doubt;
  }

  private static String certain(Told told) {
    String rendering = told.place().rendering();
    return of(told.place()) + (rendering.equals("plain") ? "" : " (" + rendering + ")");
  }

  private static String of(Place place) {
    String where = place.where();
    if (!where.startsWith(BODY)) {
      return where.equals("body")
          ? isTelemetry(place) ? "telemetry" : "body"
          : place.request().equals("look-up") ? "name look-up" : where;
    }
    String[] steps = where.substring(BODY.length()).replace(" (its name)", "").split("/", -1);
    if (!place.isEndpoint() || isTelemetry(place)) {
      return isTelemetry(place) ? "telemetry" : "field " + last(steps);
    }
    String first = steps.length < 2 ? "" : steps[1];
    if (Arrays.asList(steps).contains("tools")) {
      return "tools";
    }
    if (SYSTEM.contains(first)) {
      return "system prompt";
    }
    return MESSAGES.contains(first) ? "messages" : "field " + last(steps);
  }

  /** The innermost name. */
  private static String last(String[] steps) {
    for (int i = steps.length - 1; i > 0; i--) {
      if (!steps[i].equals("*")) {
        return steps[i].replace("~1", "/").replace("~0", "~");
      }
    }
    return "";
  }

  private static boolean isTelemetry(Place place) {
    String called = place.isEndpoint() ? place.request() : place.destination() + place.request();
    return Arrays.stream(called.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .anyMatch(TELEMETRY::contains);
  }
}
