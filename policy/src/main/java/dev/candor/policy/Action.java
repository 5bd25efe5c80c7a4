package dev.candor.policy;

import java.util.Locale;

/** What becomes of a product, the mildest first. */
public enum Action {
  ALLOW,
  WARN,
  DENY;

  /** As policies have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
