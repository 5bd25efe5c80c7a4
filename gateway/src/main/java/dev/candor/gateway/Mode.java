package dev.candor.gateway;

/** What the gateway may do to requests. */
public enum Mode {
  /** Not one byte of what is asked or answered changes; what is found is told. */
  OBSERVE,
  /** What is found in the known prompt fields is written as it is usually, and told. */
  CANONICALISE,
  /** A request in which something is found is refused, and told. */
  BLOCK
}
