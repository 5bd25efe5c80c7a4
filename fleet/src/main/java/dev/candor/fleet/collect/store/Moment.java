package dev.candor.fleet.collect.store;

import java.time.Instant;

/**
 * When a look at a machine was taken, and its place among looks of the same millisecond, which the
 * inventory's digest decides: so the order of looks does not depend on the order of arrival.
 *
 * @param value milliseconds since 1970, then 20 bits of the digest
 */
record Moment(long value) {
  /** Of an installation that is still there: later than every look. */
  static final long OPEN = Long.MAX_VALUE;

  private static final int DIGEST_BITS = 20;

  /**
   * @param taken from 1970 to 2248
   * @param digest 64 lower-case hexadecimal digits
   */
  static Moment of(Instant taken, String digest) {
    return new Moment(start(taken).value | Long.parseLong(digest, 0, DIGEST_BITS / 4, 16));
  }

  /** Not later than any look of that millisecond or a later one. */
  static Moment start(Instant time) {
    return new Moment(time.toEpochMilli() << DIGEST_BITS);
  }

  static Instant time(long value) {
    return Instant.ofEpochMilli(value >> DIGEST_BITS);
  }
}
