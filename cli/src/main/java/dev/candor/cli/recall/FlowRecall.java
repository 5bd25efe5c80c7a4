package dev.candor.cli.recall;

import dev.candor.core.Flow;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Label;
import java.util.List;

/** Whether the scan finds the way from what a specimen reads to what it sends. */
final class FlowRecall {
  private FlowRecall() {}

  static void judge(Examined one, Tally tally) {
    Label label = one.specimen().label();
    List<Flow> covert = one.findings().flows().stream().filter(Flow::covert).toList();
    List<String> factors =
        ProbeRecall.compared(label).stream().map(Condition::factor).distinct().toList();
    if (label.covert()) {
      tally.wanted(
          Measure.FLOWS,
          covert.stream().anyMatch(flow -> fits(flow, factors, label.carriers())),
          "flow from " + String.join(" and ", factors));
    }
    for (Flow flow : covert) {
      tally.reported(
          Measure.FLOWS,
          label.covert() && factors.stream().anyMatch(factor -> has(flow, factor)),
          "flow from " + String.join(" and ", flow.factors()) + " to " + flow.end());
    }
  }

  /** All factors and all forms meet in it. */
  private static boolean fits(Flow flow, List<String> factors, List<CarrierForm> carriers) {
    return factors.stream().allMatch(factor -> has(flow, factor))
        && carriers.stream()
            .allMatch(carrier ->
                flow.encoders().stream()
                    .anyMatch(encoder -> encoder.form().word().equals(carrier.form())));
  }

  private static boolean has(Flow flow, String factor) {
    return flow.factors().stream().anyMatch(other -> ProbeRecall.same(factor, other));
  }
}
