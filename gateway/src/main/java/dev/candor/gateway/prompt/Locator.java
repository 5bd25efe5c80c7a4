package dev.candor.gateway.prompt;

import dev.candor.wire.Pointer;
import dev.candor.wire.PromptFields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the strings that a model reads in a body of JSON (RFC 8259), where they stand. Nothing is
 * made of the rest: numbers, spacing and members of the same name stay as they are, and each of
 * several members is looked at, since nobody knows which of them the other end reads.
 */
final class Locator {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x8080_8080_8080_8080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long SPACES = ' ' * ONES;

  private static final int DEEPEST = 500;
  private static final int MOST_SPANS = 200_000;
  private static final long LONGEST_POINTERS = 50_000_000;

  /** What signs an object: Anthropic's thinking, OpenAI's reasoning, Gemini's parts. */
  private static final Set<String> SIGNATURES =
      Set.of("signature", "encrypted_content", "thoughtSignature", "thought_signature");

  /** Who says what is no prompt: a model, or a program that it called. */
  private static final Set<String> OTHER_ROLES = Set.of("assistant", "model", "tool", "function");

  private static final Set<String> OTHER_TYPES =
      Set.of("thinking", "redacted_thinking", "reasoning", "tool_use");

  private static final Set<String> OTHER_FIELDS =
      Set.of("arguments", "output", "thinking", "reasoning_content");

  private final byte[] body;
  private final PromptFields fields;
  private final List<Found> found = new ArrayList<>();
  private long pointersLeft = LONGEST_POINTERS;
  private int at;

  /** A string whose object is not read to its end yet. */
  private static final class Found {
    final String pointer;
    final int start;
    final int end;
    boolean fixed;
    boolean none;

    Found(String pointer, int start, int end, boolean fixed) {
      this.pointer = pointer;
      this.start = start;
      this.end = end;
      this.fixed = fixed;
    }
  }

  /** How a value is read. */
  private record Reading(
      PromptFields fields, boolean read, boolean free, boolean fixed, boolean skipped) {
    static final Reading SKIPPED =
        new Reading(
            new PromptFields(Set.of(), Set.of(), Set.of(), Set.of()), false, false, false, true);

    Reading of(String name) {
      boolean freely = free || fields.free().contains(name);
      return new Reading(
          fields,
          fields.words().contains(name),
          freely,
          fixed || freely || OTHER_FIELDS.contains(name),
          false);
    }

    boolean takes() {
      return read || free;
    }
  }

  /** The body is no object of JSON, or exceeds a bound. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("", null, false, false);
    }
  }

  private Locator(byte[] body, PromptFields fields) {
    this.body = body;
    this.fields = fields;
  }

  /** The strings in their order; empty where the body is no object of JSON or exceeds a bound. */
  static Optional<List<Span>> spans(byte[] body, PromptFields fields) {
    Locator locator = new Locator(body, fields);
    try {
      locator.request();
    } catch (Unreadable e) {
      return Optional.empty();
    }
    return Optional.of(
        locator.found.stream()
            .filter(one -> !one.none)
            .map(one -> new Span(one.pointer, one.start, one.end, one.fixed))
            .toList());
  }

  private void request() {
    space();
    expect('{');
    if (!empties('}')) {
      do {
        String name = name();
        value(top(name), Pointer.member("", name), 1);
      } while (follows('}'));
    }
    space();
    if (at != body.length) {
      throw new Unreadable();
    }
  }

  private Reading top(String name) {
    if (fields.parts().contains(name)) {
      return new Reading(fields, true, false, false, false);
    }
    return fields.declarations().contains(name)
        ? new Reading(PromptFields.OF_DECLARATIONS, false, false, false, false)
        : Reading.SKIPPED;
  }

  private void value(Reading reading, String pointer, int depth) {
    space();
    switch (peek()) {
      case '{' -> object(reading, pointer, depth);
      case '[' -> array(reading, pointer, depth);
      case '"' -> {
        int start = at + 1;
        string();
        if (reading.takes()) {
          add(pointer, start, reading.fixed());
        }
      }
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private Found add(String pointer, int start, boolean fixed) {
    if (found.size() == MOST_SPANS) {
      throw new Unreadable();
    }
    Found one = new Found(pointer, start, at - 1, fixed);
    found.add(one);
    return one;
  }

  private String step(Reading reading, String pointer) {
    if (!reading.skipped()) {
      pointersLeft -= pointer.length();
      if (pointersLeft < 0) {
        throw new Unreadable();
      }
    }
    return pointer;
  }

  private void array(Reading reading, String pointer, int depth) {
    enter(depth);
    if (empties(']')) {
      return;
    }
    int index = 0;
    do {
      String element = reading.skipped() ? "" : step(reading, Pointer.element(pointer, index++));
      value(reading, element, depth + 1);
    } while (follows(']'));
  }

  private void object(Reading reading, String pointer, int depth) {
    enter(depth);
    if (empties('}')) {
      return;
    }
    int first = found.size();
    boolean fixed = false;
    boolean text = false;
    List<Found> data = new ArrayList<>(0);
    do {
      String name = name();
      if (reading.skipped()) {
        value(reading, "", depth + 1);
        continue;
      }
      String member = step(reading, Pointer.member(pointer, name));
      space();
      boolean string = peek() == '"';
      int start = at + 1;
      int before = found.size();
      value(reading.of(name), member, depth + 1);
      if (string && name.equals("data") && found.size() == before) {
        data.add(add(member, start, reading.fixed()));
      }
      boolean telling = string && (name.equals("type") || name.equals("role"));
      String said = telling ? raw(start, at - 1) : "";
      text |= name.equals("type") && said.equals("text");
      fixed |=
          SIGNATURES.contains(name)
              || name.equals("role") && OTHER_ROLES.contains(said)
              || name.equals("type") && isOther(said);
    } while (follows('}'));
    if (!text) {
      data.forEach(one -> one.none = true);
    }
    if (fixed) {
      found.subList(first, found.size()).forEach(one -> one.fixed = true);
    }
  }

  private static boolean isOther(String type) {
    return OTHER_TYPES.contains(type)
        || type.endsWith("_call")
        || type.endsWith("_output")
        || type.endsWith("tool_use")
        || type.endsWith("tool_result");
  }

  private void enter(int depth) {
    if (depth > DEEPEST) {
      throw new Unreadable();
    }
    at++;
  }

  private boolean empties(char end) {
    space();
    if (peek() != end) {
      return false;
    }
    at++;
    return true;
  }

  /** Behind a value: whether another one comes. */
  private boolean follows(char end) {
    space();
    char c = peek();
    if (c != ',' && c != end) {
      throw new Unreadable();
    }
    at++;
    return c == ',';
  }

  private String name() {
    space();
    if (peek() != '"') {
      throw new Unreadable();
    }
    int start = at + 1;
    string();
    String name = raw(start, at - 1);
    space();
    expect(':');
    return name;
  }

  /** A name or a short value, with its escapes undone. */
  private String raw(int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] == '\\') {
        return SpanText.decoded(body, start, end);
      }
    }
    return new String(body, start, end - start, StandardCharsets.UTF_8);
  }

  private char peek() {
    if (at >= body.length) {
      throw new Unreadable();
    }
    return (char) (body[at] & 0xff);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new Unreadable();
    }
    at++;
  }

  private void space() {
    while (at < body.length
        && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
      at++;
    }
  }

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  private void string() {
    at++;
    while (true) {
      plain();
      char c = peek();
      at++;
      if (c == '"') {
        return;
      }
      if (c < ' ') {
        throw new Unreadable();
      }
      if (c == '\\') {
        escape();
      }
    }
  }

  /** Goes on to what may end a string or begin an escape, eight bytes at a time. */
  private void plain() {
    while (at + Long.BYTES <= body.length) {
      long word = (long) WORDS.get(body, at);
      long stops = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | controls(word);
      if (stops != 0) {
        at += Long.numberOfTrailingZeros(stops) / Byte.SIZE;
        return;
      }
      at += Long.BYTES;
    }
  }

  /** The highest bit of each byte that is 0; of those behind the first, perhaps of others too. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHEST;
  }

  /** The same of each byte below a space. */
  private static long controls(long word) {
    return (word - SPACES) & ~word & HIGHEST;
  }

  private void escape() {
    char kind = peek();
    at++;
    if (kind == 'u') {
      for (int i = 0; i < 4; i++) {
        if (Character.digit(peek(), 16) < 0) {
          throw new Unreadable();
        }
        at++;
      }
    } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
      throw new Unreadable();
    }
  }

  private void number() {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (at < body.length && body[at] == '.') {
      at++;
      digits();
    }
    if (at < body.length && (body[at] | 0x20) == 'e') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
  }

  private void digits() {
    if (peek() < '0' || peek() > '9') {
      throw new Unreadable();
    }
    while (at < body.length && body[at] >= '0' && body[at] <= '9') {
      at++;
    }
  }
}
