package dev.candor.campaign.detect;

/** Bits, in which evidence is counted. */
final class Bits {
  private static final double NATS = Math.log(2);

  private Bits() {}

  /** The binary logarithm. */
  static double of(double ratio) {
    return Math.log(ratio) / NATS;
  }

  /** What so many natural units are. */
  static double ofNats(double nats) {
    return nats / NATS;
  }

  /** What so many bits are in natural units. */
  static double nats(double bits) {
    return bits * NATS;
  }
}
