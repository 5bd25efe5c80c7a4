package dev.candor.policy;

import dev.candor.policy.condition.Condition;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a policy.
 *
 * @param id by which decisions name it
 * @param rank of those that match, the highest decides
 * @param applyUnknown whether it also applies where a fact that it needs is not known
 */
public record PolicyRule(
    String id,
    Scope scope,
    Optional<Citation> audit,
    Optional<Condition> when,
    Action action,
    int rank,
    boolean applyUnknown,
    String reason,
    Term term,
    Optional<String> replacement,
    List<Waiver> waivers) {
  public PolicyRule {
    waivers = List.copyOf(waivers);
  }
}
