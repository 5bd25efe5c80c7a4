package dev.candor.core;

/** How a hidden table was read. */
public sealed interface Recovery {
  /** By trying encodings and keys on the stored bytes until they read; no code was run. */
  record Searched() implements Recovery {}

  /**
   * By evaluating the artifact's own decoder in an interpreter without access to the machine.
   *
   * @param decoder where the evaluated expression stands
   * @param expression its text, shortened
   */
  record Evaluated(Location decoder, String expression) implements Recovery {}
}
