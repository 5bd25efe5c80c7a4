package dev.candor.fleet.check;

import dev.candor.audit.Engine;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.policy.Decision;
import dev.candor.policy.Facts;
import dev.candor.policy.PolicyInForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Holds inventories against two policies, one after the other. */
public final class Differing implements Consumer<Inventory> {
  private final PolicyInForce before;
  private final PolicyInForce after;
  private final Instant at;
  private final List<PolicyDifference.Change> changes = new ArrayList<>();
  private long machines;
  private long installations;

  public Differing(PolicyInForce before, PolicyInForce after, Instant at) {
    this.before = before;
    this.after = after;
    this.at = at;
  }

  @Override
  public void accept(Inventory inventory) {
    machines++;
    for (Installation installation : inventory.installations()) {
      installations++;
      List<Facts> facts = Installed.facts(inventory, installation);
      Decision was = Checking.strictest(before, facts, at);
      Decision is = Checking.strictest(after, facts, at);
      if (was.action() != is.action()
          || !was.rule().equals(is.rule())
          || !was.replacement().equals(is.replacement())
          || was.undecided().isEmpty() != is.undecided().isEmpty()) {
        changes.add(new PolicyDifference.Change(inventory.machine(), installation, was, is));
      }
    }
  }

  /** What was found so far. */
  public PolicyDifference result(Engine engine, Instant now) {
    return new PolicyDifference(
        before.policy(), after.policy(), at, machines, installations, changes, engine, now);
  }
}
