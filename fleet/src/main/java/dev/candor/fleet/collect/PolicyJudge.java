package dev.candor.fleet.collect;

import dev.candor.fleet.check.Checking;
import dev.candor.fleet.check.Installed;
import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Judgement;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.policy.Action;
import dev.candor.policy.Decision;
import dev.candor.policy.PolicyInForce;
import java.time.Instant;
import java.util.Optional;

/** Says what {@code candor policy check} would. */
public record PolicyJudge(PolicyInForce policy) implements Judge {
  private static final String UNDECIDED = "undecided";

  @Override
  public Optional<Judgement> of(Inventory inventory, Installation installation, Instant now) {
    Decision decision = Checking.strictest(policy, Installed.facts(inventory, installation), now);
    if (decision.action() != Action.ALLOW) {
      return Optional.of(
          new Judgement(
              decision.action().word(),
              decision.rule().orElse("the default of the policy"),
              decision.why(),
              decision.replacement(),
              decision.since().orElse(Instant.EPOCH)));
    }
    return decision.undecided().stream()
        .findFirst()
        .map(one ->
            new Judgement(UNDECIDED, one.rule(), one.why(), Optional.empty(), Instant.EPOCH));
  }
}
