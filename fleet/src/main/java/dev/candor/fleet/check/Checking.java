package dev.candor.fleet.check;

import dev.candor.audit.Engine;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.policy.Action;
import dev.candor.policy.Decision;
import dev.candor.policy.Facts;
import dev.candor.policy.PolicyInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds inventories against a policy, one after the other. */
public final class Checking implements Consumer<Inventory> {
  private final PolicyInForce policy;
  private final Instant at;
  private final int days;
  private final boolean all;
  private final List<Instant> borders;
  private final List<Checked> told = new ArrayList<>();
  private long machines;
  private long installations;
  private long denied;
  private long warned;
  private long soon;
  private long undecided;

  /**
   * @param days ahead in which something may be denied
   * @param all whether what is allowed is told, too
   */
  public Checking(PolicyInForce policy, Instant at, int days, boolean all) {
    this.policy = policy;
    this.at = at;
    this.days = days;
    this.all = all;
    borders = policy.borders(at, at.plus(Duration.ofDays(days)));
  }

  @Override
  public void accept(Inventory inventory) {
    machines++;
    for (Installation installation : inventory.installations()) {
      installations++;
      Checked checked = checked(inventory, installation);
      switch (checked.decision().action()) {
        case DENY -> denied++;
        case WARN -> warned++;
        case ALLOW -> {}
      }
      soon += checked.soon().isPresent() ? 1 : 0;
      undecided += checked.decision().undecided().isEmpty() ? 0 : 1;
      if (all || !checked.isQuiet()) {
        told.add(checked);
      }
    }
  }

  private Checked checked(Inventory inventory, Installation installation) {
    List<Facts> facts = Installed.facts(inventory, installation);
    Decision now = strictest(policy, facts, at);
    return new Checked(inventory.machine(), installation, now, soon(facts, now));
  }

  private Optional<Checked.Soon> soon(List<Facts> facts, Decision now) {
    if (now.action() == Action.DENY) {
      return Optional.empty();
    }
    for (Instant border : borders) {
      Decision then = strictest(policy, facts, border);
      if (then.action() == Action.DENY) {
        return Optional.of(new Checked.Soon(border, then));
      }
    }
    return Optional.empty();
  }

  /** Of the hosts that it may speak to, one is enough. */
  public static Decision strictest(PolicyInForce policy, List<Facts> facts, Instant at) {
    return facts.stream()
        .map(one -> policy.decide(one, at))
        .max(Comparator.comparing(Decision::action).thenComparingInt(one -> one.undecided().size()))
        .orElseThrow();
  }

  /** What was found so far. */
  public PolicyCheck result(Engine engine, Instant now) {
    return new PolicyCheck(
        policy.policy(),
        at,
        days,
        machines,
        installations,
        denied,
        warned,
        soon,
        undecided,
        told,
        engine,
        now);
  }
}
