package dev.candor.campaign.simulate;

import dev.candor.core.Count;
import dev.candor.core.InputException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What log to make up.
 *
 * @param exchanges of the organic accounts
 * @param evasions of the campaigns
 * @param seed the same gives the same log
 * @param variation by how much each number of {@link Parameters} and {@link Tactics} may differ
 *     from the standard one, 0 to 1: see {@link Variation}
 * @param first day, in UTC
 */
public record SimulationRequest(
    int organicAccounts,
    long exchanges,
    int campaignAccounts,
    long campaignExchanges,
    Set<Evasion> evasions,
    long seed,
    double variation,
    LocalDate first,
    int days) {
  private static final int MOST_ACCOUNTS = 20_000_000;
  private static final long MOST_EACH = 100_000;
  private static final int MOST_DAYS = 366;

  public SimulationRequest {
    evasions = evasions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(evasions));
    check(
        organicAccounts >= 0 && campaignAccounts >= 0,
        "There are no fewer than 0 accounts. Give other numbers.");
    check(
        (long) organicAccounts + campaignAccounts <= MOST_ACCOUNTS,
        "More than %d accounts are not simulated. Give fewer.".formatted(MOST_ACCOUNTS));
    check(
        organicAccounts + campaignAccounts > 0,
        "A log without accounts is empty. Give at least one account.");
    check(
        enough(organicAccounts, exchanges), counts(organicAccounts, "organic account", exchanges));
    check(
        enough(campaignAccounts, campaignExchanges),
        counts(campaignAccounts, "campaign account", campaignExchanges));
    check(
        variation >= 0 && variation <= 1,
        "Numbers cannot vary by %s. Give 0 to 1.".formatted(variation));
    check(
        days >= 2 && days <= MOST_DAYS,
        "%s cannot be simulated. Give 2 to %d.".formatted(Count.of(days, "day"), MOST_DAYS));
  }

  Parameters parameters() {
    return varied(Names.PARAMETERS).of(Parameters.standard());
  }

  Tactics tactics() {
    return varied(Names.TACTICS).of(Tactics.with(evasions));
  }

  private Variation varied(long what) {
    return new Variation(Draw.of(seed, what), variation);
  }

  private static boolean enough(int accounts, long exchanges) {
    return exchanges >= accounts && exchanges <= accounts * MOST_EACH;
  }

  private static String counts(int accounts, String noun, long exchanges) {
    return "%s cannot have %s: each has between 1 and %d. Give other numbers."
        .formatted(Count.of(accounts, noun), Count.of(exchanges, "exchange"), MOST_EACH);
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new InputException(message);
    }
  }
}
