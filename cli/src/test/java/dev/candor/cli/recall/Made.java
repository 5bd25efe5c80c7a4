package dev.candor.cli.recall;

import dev.candor.core.Comparison;
import dev.candor.core.Confidence;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Label;
import dev.candor.specimens.Specimen;
import dev.candor.specimens.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labels and findings made by hand. */
final class Made {
  static final Location PLACE = new Location("one/cli.js", 10, 20);
  static final CarrierForm APOSTROPHE =
      new CarrierForm("apostrophe", "lookalike", "prompt", List.of("'", "\u2019"));

  private Made() {}

  static Condition condition(String factor, dev.candor.specimens.Match match, String... values) {
    return new Condition(factor, match, List.of(values), List.of("a"), List.of("b"));
  }

  static Label marking(CarrierForm carrier, Condition... conditions) {
    return new Label(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(new Trigger("some", List.of(conditions), true)),
        Optional.of("direct"),
        List.of(carrier),
        List.of(conditions).stream().map(Condition::factor).toList(),
        List.of(),
        true,
        "Marks.");
  }

  static Label twin(List<String> reads, List<String> picks) {
    return new Label(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        reads,
        picks,
        false,
        "Innocent.");
  }

  static Specimen specimen(Label label) {
    return new Specimen("one", label, Map.of());
  }

  static Probe probe(String factor, Comparison... compares) {
    return new Probe(factor, "process.env.X", List.of(compares), List.of(PLACE));
  }

  static Comparison compares(Match match, String... values) {
    return new Comparison(match, List.of(values), Optional.empty(), PLACE);
  }

  static Encoder encoder(Form form, String... alternatives) {
    return new Encoder(form, List.of(alternatives), List.of(), PLACE);
  }

  static Flow flow(Optional<String> explained, List<String> factors, Encoder... encoders) {
    Step step = new Step(Step.Kind.REQUEST, PLACE, "send(text)", "it is sent");
    return new Flow(
        factors, List.of(), List.of(encoders), List.of(step), Confidence.FOLLOWED, explained);
  }

  static HiddenTable table(String id, String... entries) {
    return new HiddenTable(
        id,
        List.of("hex"),
        List.of(entries),
        1,
        new Recovery.Searched(),
        List.of(PLACE),
        List.of());
  }

  static Score score(Label label, List<Probe> probes) {
    return score(label, List.of(), probes, List.of(), List.of());
  }

  static Score score(
      Label label,
      List<HiddenTable> tables,
      List<Probe> probes,
      List<Encoder> encoders,
      List<Flow> flows) {
    StaticFindings findings =
        new StaticFindings(tables, List.of(), List.of(), probes, encoders, flows, List.of());
    return Score.of(Examined.of(specimen(label), findings));
  }
}
