package dev.candor.core.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with named slots.
 *
 * @param parts no two literals in a row
 */
public record Template(List<Part> parts) {
  private static final int LONGEST = 4096;
  private static final Pattern SLOT = Pattern.compile("\\{([a-z][a-z0-9-]{0,39})\\}");

  /** A piece of a template. */
  public sealed interface Part {
    /** Text that stands there as it is. */
    record Literal(String text) implements Part {}

    /** Something that varies; the same name twice stands for the same text. */
    record Slot(String name) implements Part {}
  }

  /**
   * @throws IllegalArgumentException if it has no slot
   */
  public Template {
    parts = List.copyOf(parts);
    if (parts.stream().noneMatch(Part.Slot.class::isInstance)) {
      throw new IllegalArgumentException("has a text without a slot");
    }
    if (parts.stream().noneMatch(Part.Literal.class::isInstance)) {
      throw new IllegalArgumentException("has a text of slots only, which is found everywhere");
    }
  }

  /**
   * Reads {@code Today{apostrophe}s date}: a slot's name in braces, lower case. Other braces stand
   * for themselves.
   *
   * @throws IllegalArgumentException if it has no slot or is too long
   */
  public static Template of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("has a text of over " + LONGEST + " characters");
    }
    List<Part> parts = new ArrayList<>();
    Matcher slot = SLOT.matcher(text);
    int end = 0;
    while (slot.find()) {
      literal(text.substring(end, slot.start()), parts);
      parts.add(new Part.Slot(slot.group(1)));
      end = slot.end();
    }
    literal(text.substring(end), parts);
    return new Template(parts);
  }

  private static void literal(String text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text));
    }
  }

  /** The names of its slots, each once, in order. */
  public List<String> slots() {
    return parts.stream()
        .filter(Part.Slot.class::isInstance)
        .map(part -> ((Part.Slot) part).name())
        .distinct()
        .toList();
  }

  /** As {@link #of} reads it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.Slot(String name) -> text.append('{').append(name).append('}');
      }
    }
    return text.toString();
  }
}
