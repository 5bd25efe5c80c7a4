package dev.candor.audit.decoding;

import dev.candor.text.mechanism.Sentence;
import dev.candor.wire.Pointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * A sentence in the innermost string that holds it: a body that was logged as a string holds
 * strings of its own.
 *
 * @param pointer within the value that was looked at; empty for itself
 */
record Leaf(String pointer, String text, Sentence sentence) {
  private static final int DEEPEST = 4;

  /** All sentences in a value, in order. */
  static List<Leaf> in(String value, Needle needle) {
    return in(value, "", needle, 0);
  }

  private static List<Leaf> in(String value, String pointer, Needle needle, int depth) {
    List<Leaf> nested =
        depth < DEEPEST && looksLikeJson(value) ? nested(value, pointer, needle, depth) : List.of();
    if (!nested.isEmpty()) {
      return nested;
    }
    return needle.sentences().in(value).stream()
        .map(sentence -> new Leaf(pointer, value, sentence))
        .toList();
  }

  private static boolean looksLikeJson(String value) {
    String start = value.substring(0, Math.min(64, value.length())).stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static List<Leaf> nested(String value, String pointer, Needle needle, int depth) {
    List<Leaf> leaves = new ArrayList<>();
    Deque<Step> steps = new ArrayDeque<>();
    try (JsonParser json = JsonPlaces.FACTORY.createParser(ObjectReadContext.empty(), value)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        Step.before(token, steps, json);
        if (token == JsonToken.VALUE_STRING) {
          leaves.addAll(
              in(json.getString(), pointer + "#" + Step.pointer(steps), needle, depth + 1));
        }
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return leaves;
  }

  /** A step of the way from the root to a value. */
  static final class Step {
    private final boolean array;
    private String name = "";
    private int index = -1;

    private Step(boolean array) {
      this.array = array;
    }

    /** Keeps the steps in line with a token. */
    static void before(JsonToken token, Deque<Step> steps, JsonParser json) {
      switch (token) {
        case PROPERTY_NAME -> steps.getLast().name = json.currentName();
        case END_OBJECT, END_ARRAY -> steps.removeLast();
        default -> {
          if (!steps.isEmpty() && steps.getLast().array) {
            steps.getLast().index++;
          }
          if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            steps.addLast(new Step(token == JsonToken.START_ARRAY));
          }
        }
      }
    }

    static String pointer(Deque<Step> steps) {
      String pointer = "";
      for (Step step : steps) {
        pointer =
            step.array
                ? Pointer.element(pointer, step.index)
                : Pointer.member(
                    pointer, step.name.length() > 100 ? step.name.substring(0, 100) : step.name);
      }
      return pointer;
    }
  }
}
