package dev.candor.audit;

import java.util.Locale;

/** What an audit concludes. A scan alone gives {@link #COVERT} or none. */
public enum Verdict {
  /**
   * A confirmed signal that a reader of the traffic would not notice; for a scan alone, code that
   * would make one.
   */
  COVERT,
  /** None of those, but an unreadable value depends on the environment. */
  OPAQUE,
  /** Whatever depends on the environment can be read there. */
  CANDID,
  /** Not enough was seen to say; the reasons tell why. */
  INCONCLUSIVE;

  /** The word that reports use, as {@code covert}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
