package dev.candor.policy;

import java.time.Instant;
import java.util.List;

/**
 * A decision, and what became of each rule.
 *
 * @param at the moment that was asked for
 * @param rules in the order in which they decide: those that could come first
 */
public record Explanation(Facts facts, Instant at, Decision decision, List<Outcome> rules) {
  public Explanation {
    rules = List.copyOf(rules);
  }
}
