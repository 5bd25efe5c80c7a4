package dev.candor.audit.track;

/** What is known of one version. */
public sealed interface Sight {
  /**
   * It was read.
   *
   * @param cached whether by an earlier run of the same engine
   */
  record Seen(Look look, boolean cached) implements Sight {}

  /** It was not; those around it are the same. */
  record Between(Look look) implements Sight {}

  /**
   * It was not, and nothing follows.
   *
   * @param why it could not be read; hostile text, empty where nobody tried
   */
  record Unknown(String why) implements Sight {}
}
