package dev.candor.campaign.detect;

import dev.candor.campaign.log.Column;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of evidence (docs/campaigns/method.md). Means are what accounts are run with: two that
 * share a rare one are candidates. Conduct is what they do.
 */
public enum Family {
  DEVICE(true, "the same rare devices", Column.DEVICE),
  PAYMENT(true, "the same rare payments", Column.PAYMENT),
  ADDRESS(true, "the same rare addresses", Column.ADDRESS),
  TEMPLATE(false, "the same rare prompts, on different days", Column.SKETCH),
  LOCKSTEP(false, "requests in the same minutes", Column.STARTED_AT),
  PIVOT(false, "first use of a model at the same time", Column.MODEL),
  CREATION(false, "accounts opened at the same time", Column.CREATED_AT),
  VOLUME(false, "the same volume a day", Column.STARTED_AT),
  CAPABILITY(false, "the same narrow use", Column.CAPABILITY);

  private final boolean means;
  private final String words;
  private final Column needs;

  Family(boolean means, String words, Column needs) {
    this.means = means;
    this.words = words;
    this.needs = needs;
  }

  /** Its name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its accounts have in common, as in "they share ...". */
  public String words() {
    return words;
  }

  /** Whether it is something accounts are run with, else something they do. */
  public boolean means() {
    return means;
  }

  /** The column without which it tells nothing. */
  public Column needs() {
    return needs;
  }

  /** Whether a log with those columns can show it. */
  public boolean seenIn(Set<Column> columns) {
    return columns.contains(needs);
  }
}
