package dev.candor.fleet.plan;

import dev.candor.audit.Engine;
import java.time.Instant;
import java.util.List;

/**
 * How to get rid of what a policy denies, and to what it names instead.
 *
 * @param policy file of the policy
 * @param machine for which it is
 * @param root below which the places are; {@code /} for the machine itself
 * @param steps in the order in which they are taken: a replacement comes behind what it replaces
 * @param byHand what no command does, one sentence each
 */
public record Plan(
    String policy,
    String machine,
    String root,
    List<Step> steps,
    List<String> byHand,
    Engine engine,
    Instant created) {
  public Plan {
    steps = List.copyOf(steps);
    byHand = List.copyOf(byHand);
  }
}
