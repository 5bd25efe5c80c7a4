package dev.candor.text.mechanism;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Filler;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Template.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a text fits a template with symbols of the codebook in its slots. Takes time linear
 * in the text for templates as tools have them, and bounded time for all.
 */
public final class Sentences {
  private static final int MOST_STEPS = 200_000;

  private final List<Part> parts;
  private final Map<String, List<String>> symbols = new HashMap<>();
  private final Map<String, Filler> fillers;
  private final int anchor;
  private final String anchorText;

  /** For a text of a mechanism. */
  public Sentences(Mechanism mechanism, Carrier.Text carrier) {
    parts = carrier.template().parts();
    fillers = carrier.fillers();
    mechanism
        .marksOf(carrier)
        .forEach(mark ->
            symbols.put(
                mark.slot(),
                mark.symbols().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList()));
    anchor = longest(parts);
    anchorText = ((Part.Literal) parts.get(anchor)).text();
  }

  private static int longest(List<Part> parts) {
    int best = -1;
    int length = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Literal(String text) && text.length() > length) {
        best = i;
        length = text.length();
      }
    }
    return best;
  }

  /** The longest text that it can be, in UTF-16 units. */
  public int longest() {
    return most(parts.size());
  }

  /** All that do not overlap, in order. */
  public List<Sentence> in(String text) {
    List<Sentence> found = new ArrayList<>();
    int free = 0;
    int from = 0;
    for (int at = text.indexOf(anchorText); at >= 0; at = text.indexOf(anchorText, from)) {
      from = at + 1;
      Sentence sentence = around(text, at, free);
      if (sentence != null) {
        found.add(sentence);
        free = sentence.end();
        from = Math.max(from, free);
      }
    }
    return found;
  }

  private @Nullable Sentence around(String text, int at, int free) {
    Fitting fitting = new Fitting(text, at);
    int first = Math.max(free, at - most(anchor));
    for (int start = at - least(anchor); start >= first && fitting.steps < MOST_STEPS; start--) {
      if (fitting.fits(0, start)) {
        return new Sentence(start, fitting.end, fitting.slots);
      }
    }
    return null;
  }

  private int least(int before) {
    return parts.subList(0, before).stream().mapToInt(part -> length(part, false)).sum();
  }

  private int most(int before) {
    return parts.subList(0, before).stream().mapToInt(part -> length(part, true)).sum();
  }

  private int length(Part part, boolean most) {
    return switch (part) {
      case Part.Literal(String text) -> text.length();
      case Part.Slot(String slot) -> {
        Filler filler = fillers.get(slot);
        if (filler != null) {
          yield most ? filler.most() : filler.least();
        }
        var lengths = symbols.getOrDefault(slot, List.of("")).stream().mapToInt(String::length);
        yield (most ? lengths.max() : lengths.min()).orElse(0);
      }
    };
  }

  /** One try around an anchor. */
  private final class Fitting {
    private final String text;
    private final int at;
    private final Map<String, String> slots = new LinkedHashMap<>();
    private int steps;
    private int end;

    Fitting(String text, int at) {
      this.text = text;
      this.at = at;
    }

    boolean fits(int part, int position) {
      if (++steps > MOST_STEPS || part == anchor && position != at) {
        return false;
      }
      if (part == parts.size()) {
        end = position;
        return true;
      }
      return switch (parts.get(part)) {
        case Part.Literal(String literal) ->
            text.startsWith(literal, position) && fits(part + 1, position + literal.length());
        case Part.Slot(String slot) -> slotFits(part, slot, position);
      };
    }

    private boolean slotFits(int part, String slot, int position) {
      String bound = slots.get(slot);
      if (bound != null) {
        return text.startsWith(bound, position) && fits(part + 1, position + bound.length());
      }
      Filler filler = fillers.get(slot);
      return filler == null
          ? symbolFits(part, slot, position)
          : fillerFits(part, slot, position, filler);
    }

    private boolean symbolFits(int part, String slot, int position) {
      for (String symbol : symbols.getOrDefault(slot, List.of())) {
        if (text.startsWith(symbol, position) && bind(part, slot, position, symbol)) {
          return true;
        }
      }
      return false;
    }

    private boolean fillerFits(int part, String slot, int position, Filler filler) {
      int longest = 0;
      while (longest < filler.most()
          && position + longest < text.length()
          && filler.takes(text.charAt(position + longest))) {
        longest++;
      }
      for (int length = longest; length >= filler.least() && steps <= MOST_STEPS; length--) {
        if (bind(part, slot, position, text.substring(position, position + length))) {
          return true;
        }
      }
      return false;
    }

    private boolean bind(int part, String slot, int position, String value) {
      slots.put(slot, value);
      if (fits(part + 1, position + value.length())) {
        return true;
      }
      slots.remove(slot);
      return false;
    }
  }
}
