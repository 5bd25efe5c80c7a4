package dev.candor.scan.flow;

import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Probe;
import java.util.Comparator;
import java.util.List;

/**
 * What a search found, with the tables that it depends on.
 *
 * @param notSeen what was left out, and why
 */
public record JoinedFlows(
    List<Probe> probes, List<Encoder> encoders, List<Flow> flows, List<String> notSeen) {
  /** By factor, then by place. */
  public static final Comparator<Probe> PROBES =
      Comparator.comparing(Probe::factor)
          .thenComparing(Probe::location)
          .thenComparing(Probe::reads);

  /** By place. */
  public static final Comparator<Encoder> ENCODERS = Comparator.comparing(Encoder::location);

  /** The covert ones first, then by the place of the text. */
  public static final Comparator<Flow> FLOWS =
      Comparator.comparing((Flow flow) -> !flow.covert()).thenComparing(Flow::end);

  public JoinedFlows {
    probes = List.copyOf(probes);
    encoders = List.copyOf(encoders);
    flows = List.copyOf(flows);
    notSeen = List.copyOf(notSeen);
  }
}
