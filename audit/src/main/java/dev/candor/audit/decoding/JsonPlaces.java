package dev.candor.audit.decoding;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds the strings in which hits stand, and the time of the innermost object around them that has
 * one. Strings without a hit are passed over, however long they are.
 */
final class JsonPlaces {
  /** A longer string with a sentence in it is not one prompt. */
  private static final int LONGEST = 16 << 20;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST)
                  .maxNestingDepth(1000)
                  .maxNameLength(1 << 20)
                  .maxDocumentLength(-1)
                  .build())
          .build();

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Deque<Leaf.Step> steps = new ArrayDeque<>();
  private final List<Hit> hits;
  private final long base;
  private int next;

  private JsonPlaces(List<Hit> hits, long base) {
    this.hits = hits;
    this.base = base;
  }

  /**
   * Completes hits, as far as it gets.
   *
   * @param in JSON values, one after the other; stays open
   * @param hits in the order of their offsets
   * @param base the offset at which {@code in} begins
   * @return how many were found in strings, counted from the first
   */
  static int complete(InputStream in, List<Hit> hits, long base) {
    JsonPlaces places = new JsonPlaces(hits, base);
    try {
      places.read(FACTORY.createParser(ObjectReadContext.empty(), in));
    } catch (JacksonException e) {
      // What was found before the fault counts.
      return places.next;
    }
    return places.next;
  }

  private void read(JsonParser json) {
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      passed(base + json.currentTokenLocation().getByteOffset());
      Leaf.Step.before(token, steps, json);
      switch (token) {
        case START_OBJECT, START_ARRAY -> frames.addLast(new Frame());
        case END_OBJECT, END_ARRAY -> close(frames.removeLast());
        case VALUE_STRING -> string(json);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> time(json);
        default -> {}
      }
      if (next == hits.size() && frames.stream().allMatch(frame -> frame.waiting.isEmpty())) {
        return;
      }
    }
  }

  /** Hits before a token stand in the one before it: a name, or a string too long to be read. */
  private void passed(long start) {
    while (next < hits.size() && hits.get(next).start < start) {
      Hit hit = hits.get(next++);
      hit.pointer = Leaf.Step.pointer(steps);
      if (!frames.isEmpty()) {
        frames.getLast().waiting.add(hit);
      }
    }
  }

  private void string(JsonParser json) {
    long start = base + json.currentTokenLocation().getByteOffset();
    if (next < hits.size() && hits.get(next).start - start < LONGEST) {
      String value = json.getString();
      long end = base + json.currentLocation().getByteOffset();
      List<Hit> here = new ArrayList<>();
      while (next < hits.size() && hits.get(next).start < end) {
        here.add(hits.get(next++));
      }
      if (!here.isEmpty()) {
        found(here, value);
        return;
      }
    }
    time(json);
  }

  private void found(List<Hit> here, String value) {
    String pointer = Leaf.Step.pointer(steps);
    Map<Needle, List<Hit>> byNeedle =
        here.stream().collect(Collectors.groupingBy(hit -> hit.needle));
    byNeedle.forEach((needle, mine) -> {
      List<Leaf> leaves = Leaf.in(value, needle);
      for (int i = 0; i < mine.size(); i++) {
        Hit hit = mine.get(i);
        hit.pointer = pointer;
        if (leaves.size() == mine.size()) {
          Leaf leaf = leaves.get(i);
          hit.pointer = pointer + leaf.pointer();
          hit.around = leaf.text();
          hit.sentence = leaf.sentence();
        }
      }
    });
    if (!frames.isEmpty()) {
      frames.getLast().waiting.addAll(here);
    }
  }

  private void time(JsonParser json) {
    String name = json.currentName();
    if (name != null && !frames.isEmpty() && frames.getLast().time == null && Times.isName(name)) {
      frames.getLast().time = Times.of(json.getString()).orElse(null);
    }
  }

  private void close(Frame frame) {
    if (frame.time != null) {
      frame.waiting.forEach(hit -> hit.time = frame.time);
    } else if (!frames.isEmpty()) {
      frames.getLast().waiting.addAll(frame.waiting);
    }
  }

  /** An object or array that is open. */
  private static final class Frame {
    private final List<Hit> waiting = new ArrayList<>();
    private @Nullable Instant time;
  }
}
