package dev.candor.cli.recall;

import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.Label;
import dev.candor.specimens.Trigger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores of a corpus; what has no trigger, carrier or shape stands under {@code innocent}.
 *
 * @param byCarrier a specimen with two carriers stands under both
 */
public record Board(
    Map<String, Score> byTrigger,
    Map<String, Score> byCarrier,
    Map<String, Score> byShape,
    Score total) {
  private static final List<String> INNOCENT = List.of("innocent");

  public static Board of(List<Examined> examined) {
    return new Board(
        group(examined, label -> label.trigger().map(Trigger::name).stream().toList()),
        group(examined, label -> label.carriers().stream().map(CarrierForm::name).toList()),
        group(examined, label -> label.shape().stream().toList()),
        examined.stream().map(Score::of).reduce(Score.NONE, Score::plus));
  }

  private static Map<String, Score> group(
      List<Examined> examined, Function<Label, List<String>> names) {
    Map<String, Score> groups = new TreeMap<>();
    for (Examined one : examined) {
      List<String> own = names.apply(one.specimen().label());
      for (String name : own.isEmpty() ? INNOCENT : own) {
        groups.merge(name, Score.of(one), Score::plus);
      }
    }
    return groups;
  }
}
