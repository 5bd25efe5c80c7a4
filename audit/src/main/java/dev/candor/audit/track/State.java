package dev.candor.audit.track;

import java.util.Locale;

/** What the code of one version shows. */
public enum State {
  /** A covert flow: a whole chain from the environment into outgoing text. */
  PRESENT,
  /** None, and everything was read, or what was found instead is shown. */
  ABSENT,
  /** Nothing was found, and something was not read because of a bound. */
  UNCLEAR;

  /** As reports write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
