package dev.candor.policy;

import java.util.stream.Stream;

/** Whether something is so, as far as the facts tell. */
public enum Truth {
  YES,
  NO,
  UNKNOWN;

  static Truth of(boolean so) {
    return so ? YES : NO;
  }

  /** One no decides, then one unknown. */
  static Truth all(Stream<Truth> parts) {
    return parts.reduce(
        YES, (one, other) -> one == NO || other == NO ? NO : one == YES ? other : one);
  }

  /** One yes decides, then one unknown. */
  static Truth any(Stream<Truth> parts) {
    return parts.reduce(
        NO, (one, other) -> one == YES || other == YES ? YES : one == NO ? other : one);
  }
}
