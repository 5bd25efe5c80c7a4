package dev.candor.scan.flow;

import dev.candor.core.Confidence;

/** One step of a search, with what makes it a step. */
record Link(Spot to, Kind kind, Confidence confidence, String why) {
  /** How two values hang together. */
  enum Kind {
    /** It is the same value. */
    SAME,
    /** The one is computed from the other. */
    DERIVED,
    /** The one is the outcome of comparing the other. */
    COMPARED,
    /** The other decides which value it is. */
    DECIDED,
    /** The other decides whether there is a value at all. */
    GATED
  }

  static Link same(Spot to, String why) {
    return new Link(to, Kind.SAME, Confidence.FOLLOWED, why);
  }

  static Link derived(Spot to, String why) {
    return new Link(to, Kind.DERIVED, Confidence.FOLLOWED, why);
  }

  static Link compared(Spot to) {
    return new Link(to, Kind.COMPARED, Confidence.FOLLOWED, "it is compared here");
  }

  static Link decided(Spot to) {
    return new Link(
        to, Kind.DECIDED, Confidence.FOLLOWED, "the outcome decides which way is taken");
  }

  static Link gated(Spot to) {
    return new Link(to, Kind.GATED, Confidence.FOLLOWED, "the outcome switches it on or off");
  }

  Link with(Confidence weaker) {
    return weaker.compareTo(confidence) > 0 ? new Link(to, kind, weaker, why) : this;
  }
}
