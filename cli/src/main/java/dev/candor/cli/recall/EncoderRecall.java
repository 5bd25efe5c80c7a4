package dev.candor.cli.recall;

import dev.candor.core.Encoder;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.Label;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the scan finds what a specimen picks from. */
final class EncoderRecall {
  private static final String TOOLS = "tool-order";

  private EncoderRecall() {}

  static void judge(Examined one, Tally tally) {
    Label label = one.specimen().label();
    List<Encoder> encoders = one.findings().encoders();
    if (label.covert()) {
      for (CarrierForm carrier : label.carriers()) {
        tally.wanted(
            Measure.ENCODERS,
            encoders.stream().anyMatch(encoder -> fits(carrier, encoder)),
            "encoder " + carrier.name() + ", " + carrier.form());
      }
    }
    for (Encoder encoder : encoders) {
      tally.reported(
          Measure.ENCODERS,
          label.covert() || isThere(label, encoder),
          "encoder " + encoder.form().word() + " at " + encoder.location());
    }
  }

  private static boolean isThere(Label label, Encoder encoder) {
    String form = encoder.form().word();
    return label.picks().contains(form)
        || label.carriers().stream().anyMatch(carrier -> carrier.form().equals(form));
  }

  static boolean fits(CarrierForm carrier, Encoder encoder) {
    if (!encoder.form().word().equals(carrier.form())) {
      return false;
    }
    List<String> alternatives = encoder.alternatives();
    return switch (encoder.form()) {
      case ORDER ->
          carrier.symbols().stream()
                  .allMatch(order -> alternatives.stream().anyMatch(a -> keeps(a, order)))
              || (carrier.name().equals(TOOLS) && reordered(alternatives));
      // A bit in a number: its symbols are properties, not texts.
      case NUMERIC ->
          carrier.symbols().contains("odd")
              || differences(alternatives).equals(differences(carrier.symbols()));
      default -> differences(alternatives).equals(differences(carrier.symbols()));
    };
  }

  /** Whether the members named in {@code order} come in that order. */
  private static boolean keeps(String alternative, String order) {
    List<String> members = List.of(alternative.split(",", -1));
    List<Integer> places = List.of(order.split(",")).stream().map(members::indexOf).toList();
    return !places.contains(-1) && places.stream().sorted().toList().equals(places);
  }

  /**
   * Whether all have the same members. The elements of an array have no names; they are written as
   * the code has them.
   */
  private static boolean reordered(List<String> alternatives) {
    return alternatives.stream().distinct().count() > 1
        && alternatives.stream()
                .map(a -> Stream.of(a.split(",", -1)).sorted().toList())
                .distinct()
                .count()
            == 1;
  }

  /** What is left without the beginning and the end that all have in common. */
  private static Set<String> differences(List<String> texts) {
    if (texts.isEmpty()) {
      return Set.of();
    }
    int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
    String first = texts.getFirst();
    int head = 0;
    while (head < shortest && begin(texts, first.substring(0, head + 1))) {
      head++;
    }
    int tail = 0;
    while (tail < shortest - head && end(texts, first.substring(first.length() - tail - 1))) {
      tail++;
    }
    int from = head;
    int behind = tail;
    return texts.stream()
        .map(text -> text.substring(from, text.length() - behind))
        .collect(Collectors.toSet());
  }

  private static boolean begin(List<String> texts, String head) {
    return texts.stream().allMatch(text -> text.startsWith(head));
  }

  private static boolean end(List<String> texts, String tail) {
    return texts.stream().allMatch(text -> text.endsWith(tail));
  }
}
