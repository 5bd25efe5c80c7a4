package dev.candor.text.mechanism;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Template.Part;
import dev.candor.core.mechanism.Truths;
import java.util.HashMap;
import java.util.Map;

/** Writes a text as a mechanism would: the inverse of {@link Sentences}. */
public final class Rendering {
  private Rendering() {}

  /**
   * The marked text.
   *
   * @param truths of all conditions
   * @param fillers what stands in the other slots
   * @throws IllegalArgumentException if something is not given
   */
  public static String of(
      Mechanism mechanism, Carrier.Text carrier, Truths truths, Map<String, String> fillers) {
    Map<String, String> slots = new HashMap<>(fillers);
    for (Mark mark : mechanism.marksOf(carrier)) {
      var symbols = mechanism.symbols(mark, truths);
      if (symbols.size() != 1) {
        throw new IllegalArgumentException("it is not known what {" + mark.slot() + "} is");
      }
      slots.put(mark.slot(), symbols.getFirst());
    }
    StringBuilder text = new StringBuilder();
    for (Part part : carrier.template().parts()) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.Slot(String slot) -> {
          String value = slots.get(slot);
          if (value == null) {
            throw new IllegalArgumentException("nothing is given for {" + slot + "}");
          }
          text.append(value);
        }
      }
    }
    return text.toString();
  }
}
