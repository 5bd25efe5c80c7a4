package dev.candor.fleet.check;

import dev.candor.audit.Engine;
import dev.candor.policy.Explanation;
import dev.candor.policy.Policy;
import java.time.Instant;
import java.util.List;

/** Decisions, and what became of each rule. */
public record PolicyExplained(
    Policy policy, List<Explanation> explanations, Engine engine, Instant created) {
  public PolicyExplained {
    explanations = List.copyOf(explanations);
  }
}
