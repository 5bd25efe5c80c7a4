package dev.candor.fleet.collect;

/** A request that is answered with a status of failure (RFC 9110), and why in words. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String why) {
    super(why);
    this.status = status;
  }

  int status() {
    return status;
  }

  String why() {
    return String.valueOf(getMessage());
  }

  /** Whether the same may be taken later. */
  boolean passing() {
    return status == 429 || status == 503;
  }
}
