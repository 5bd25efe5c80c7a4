package dev.candor.specimens.carrier;

import dev.candor.specimens.js.Js;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The expressions of a program that carriers and twins may change. */
public final class Slots {
  private final Map<Slot, String> code;

  private Slots(Map<Slot, String> code) {
    this.code = new EnumMap<>(Slot.class);
    this.code.putAll(code);
  }

  /** What a program without anything to hide sends. */
  public static Slots usual(Js js) {
    return new Slots(Map.of())
        .with(Slot.PERSONA, js.quote("You are a helpful command line assistant."))
        .with(Slot.DATE, js.code("\"Today's date is \" + @isoDay(@now) + \".\""))
        .with(Slot.CLOSING, js.quote("Answer briefly and in plain text."))
        .with(
            Slot.HEADERS,
            js.code(
                "{ \"content-type\": \"application/json\", \"x-api-key\": @apiKey,"
                    + " \"anthropic-version\": \"2023-06-01\", \"user-agent\": \"pocket-agent/1.0\" }"))
        .with(
            Slot.BODY,
            js.code(
                "JSON.stringify({ model: \"pocket-1\", max_tokens: 1024, temperature: 1, system:"
                    + " @systemText, messages: @messages, tools: @tools })"))
        .with(Slot.RESULT, js.code("\"Here's the listing:\\n\" + @listing"));
  }

  public String get(Slot slot) {
    return Objects.requireNonNull(code.get(slot));
  }

  public Slots with(Slot slot, String expression) {
    Slots changed = new Slots(code);
    changed.code.put(slot, expression);
    return changed;
  }
}
