package dev.candor.campaign.detect;

import dev.candor.campaign.log.ExchangeLog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Finds accounts that act together in an exchange log (docs/campaigns/method.md). Equal exchanges
 * give equal findings, in whatever order and files they stand.
 */
public final class Detection {
  private Detection() {}

  /**
   * Looks through a log.
   *
   * @throws dev.candor.core.InputException if the database cannot do it, as when the disk is full
   */
  public static Findings of(ExchangeLog log, Options options) {
    return of(SqlEngine.of(log), options);
  }

  /**
   * Looks through a log in whatever engine it is.
   *
   * @throws dev.candor.core.InputException if the engine cannot do it
   */
  public static Findings of(SqlEngine engine, Options options) {
    Evidence evidence = Reading.of(engine);
    List<String> notes = new ArrayList<>(Notes.missing(engine.columns()));
    Map<Integer, Resold> resold = Resale.of(engine, evidence);
    BitSet out = new BitSet();
    resold.keySet().forEach(out::set);
    Pairs pairs = new Pairs(evidence.accounts().size(), evidence.means(), out);
    if (!Activity.read(
        engine,
        evidence.accounts(),
        near(evidence, pairs),
        evidence.lockstep(),
        Activity.Room.STANDARD)) {
      notes.add(
          "Requests in the same minutes were not compared: too many accounts share rare devices,"
              + " payments or addresses for the memory there is.");
    }
    List<Group> campaigns = new GroupSearch(evidence, options.smallest()).campaigns(pairs);
    Decoys decoys = Decoys.of(evidence, out, campaigns, options);
    return new Writing(engine, evidence, decoys)
        .findings(campaigns, List.copyOf(resold.values()), notes);
  }

  /** Accounts of pairs that lockstep could still bind. */
  private static BitSet near(Evidence evidence, Pairs pairs) {
    boolean[] near =
        new boolean[evidence.accounts().size()]; // several threads write true, none reads
    Binding binding =
        new Binding(
            evidence.quick(), List.of(evidence.slow().getFirst()), Lockstep.MOST_BITS, near.length);
    pairs.bound(
        binding,
        (one, other, found) -> {
          near[one] = true;
          near[other] = true;
        });
    BitSet accounts = new BitSet();
    for (int a = 0; a < near.length; a++) {
      accounts.set(a, near[a]);
    }
    return accounts;
  }
}
