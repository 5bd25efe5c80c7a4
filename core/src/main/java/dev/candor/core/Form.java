package dev.candor.core;

import java.util.Locale;

/** How outgoing text depends on the environment. */
public enum Form {
  /** The value itself, readable. */
  PLAIN,
  /** The standard rendering for the locale. */
  LOCALISED,
  /** Another separator or letter case for the same content. */
  FORMAT,
  /** Characters that are equal under the skeleton of UTS #39. */
  LOOKALIKE,
  /** Characters without ink. */
  INVISIBLE,
  /** The same members in another order. */
  ORDER,
  /** The same number spelt in another way, or a number in which a bit is set. */
  NUMERIC,
  /** One word for another that says the same. */
  WORDING,
  /** Something is there or not. */
  PRESENCE,
  /** A value that nobody can read: a hash, a fingerprint, an encrypted or re-coded value. */
  OPAQUE;

  /** Whether a reader of the traffic would not notice it: what a verdict calls covert. */
  public boolean isUnnoticed() {
    return switch (this) {
      case FORMAT, LOOKALIKE, INVISIBLE, ORDER, NUMERIC, WORDING -> true;
      case PLAIN, LOCALISED, PRESENCE, OPAQUE -> false;
    };
  }

  /** As reports write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
