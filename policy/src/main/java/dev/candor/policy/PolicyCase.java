package dev.candor.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * What a policy must decide of some facts.
 *
 * @param name in words
 * @param action wanted
 * @param rule that must decide; empty where the case does not say, {@code default} for none
 * @param waived the rule from which an exception must have been granted
 * @param undecided a rule of which nobody may be able to say whether it matches
 */
public record PolicyCase(
    String name,
    Facts facts,
    Instant at,
    Action action,
    Optional<String> rule,
    Optional<String> waived,
    Optional<String> undecided) {
  /** What a case says instead of a rule. */
  static final String DEFAULT = "default";

  /** What differs from what is wanted, in words; empty where nothing does. */
  public Optional<String> differs(Decision decision) {
    if (decision.action() != action) {
      return Optional.of(
          "%s is wanted, and it is %s by %s"
              .formatted(action.word(), decision.action().word(), decider(decision)));
    }
    if (rule.isPresent() && !rule.get().equals(decision.rule().orElse(DEFAULT))) {
      return Optional.of(
          "%s is wanted to decide, and it is %s".formatted(rule.get(), decider(decision)));
    }
    if (waived.isPresent() && !waived.equals(decision.waived().map(Decision.Waived::rule))) {
      return Optional.of("a waiver from " + waived.get() + " is wanted, and there is none");
    }
    if (undecided.isPresent()
        && decision.undecided().stream().noneMatch(one -> undecided.get().equals(one.rule()))) {
      return Optional.of(undecided.get() + " is wanted undecided, and it is not");
    }
    if (undecided.isEmpty() && !decision.undecided().isEmpty()) {
      return Optional.of(
          "it is undecided by %s: %s"
              .formatted(
                  decision.undecided().getFirst().rule(), decision.undecided().getFirst().why()));
    }
    return Optional.empty();
  }

  private static String decider(Decision decision) {
    return decision.rule().map(it -> "the rule " + it).orElse("the default");
  }
}
