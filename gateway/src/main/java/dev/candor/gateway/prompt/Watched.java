package dev.candor.gateway.prompt;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Template.Part;
import dev.candor.text.mechanism.Sentence;
import dev.candor.text.mechanism.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sentence that a known mechanism writes in several ways. */
final class Watched {
  private final Mechanism mechanism;
  private final Carrier.Text carrier;
  private final Sentences sentences;
  private final Map<String, Mark> marks;

  /**
   * A symbol that says something.
   *
   * @param mark at which it stands
   * @param start in UTF-16 units
   * @param end behind it
   */
  record Symbol(String mechanism, Mark mark, int start, int end) {}

  private Watched(Mechanism mechanism, Carrier.Text carrier) {
    this.mechanism = mechanism;
    this.carrier = carrier;
    sentences = new Sentences(mechanism, carrier);
    marks =
        mechanism.marksOf(carrier).stream()
            .collect(Collectors.toMap(Mark::slot, Function.identity()));
  }

  /** All sentences of mechanisms; other carriers are none that stand in a text. */
  static List<Watched> in(List<Mechanism> mechanisms) {
    List<Watched> all = new ArrayList<>();
    for (Mechanism mechanism : mechanisms) {
      mechanism.marks().stream()
          .map(Mark::carrier)
          .distinct()
          .filter(Carrier.Text.class::isInstance)
          .forEach(carrier -> all.add(new Watched(mechanism, (Carrier.Text) carrier)));
    }
    return List.copyOf(all);
  }

  /** The symbols in a text that are not the unmarked ones, in order. */
  List<Symbol> symbols(String text) {
    List<Symbol> found = new ArrayList<>();
    for (Sentence sentence : sentences.in(text)) {
      int at = sentence.start();
      for (Part part : carrier.template().parts()) {
        switch (part) {
          case Part.Literal(String literal) -> at += literal.length();
          case Part.Slot(String slot) -> {
            String symbol = sentence.slots().getOrDefault(slot, "");
            Mark mark = marks.get(slot);
            if (mark != null && !symbol.equals(mark.unmarked())) {
              found.add(new Symbol(mechanism.name(), mark, at, at + symbol.length()));
            }
            at += symbol.length();
          }
        }
      }
    }
    return found;
  }
}
