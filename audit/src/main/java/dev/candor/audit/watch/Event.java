package dev.candor.audit.watch;

import dev.candor.audit.Engine;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.difference.SignalDifference;
import dev.candor.audit.track.Look;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A release that nobody had looked at.
 *
 * @param name of the package
 * @param older the release before it; empty for the first that is watched
 * @param signals what differs in the signals that audits confirmed
 * @param reasons what differs, in plain sentences without anything quoted from a package
 */
public record Event(
    Kind kind,
    String name,
    Optional<Seen> older,
    Seen newer,
    SignalDifference signals,
    List<String> reasons,
    Engine engine,
    Instant created) {
  public Event {
    reasons = List.copyOf(reasons);
  }

  /** What the release is beside the one before: the first that holds. */
  public enum Kind {
    /**
     * Something covert is there and nothing was before: a mechanism in the code, or a signal in the
     * traffic. Also where nothing before is known.
     */
    APPEARED,
    /** Another mechanism, or other covert signals. */
    CHANGED,
    /** What it does cannot be told wholly. */
    UNCLEAR,
    /** Nothing is covert, and something was. */
    VANISHED,
    /** Another verdict, or other opaque signals; nothing covert differs. */
    TRAFFIC,
    /** Hidden tables differ, and nothing else. */
    TABLES,
    /** The same, as far as is looked for. */
    SAME;

    /** As reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody wants to know. */
    public boolean isChange() {
      return this != SAME;
    }
  }

  static Event of(String name, Optional<Seen> older, Seen newer, Engine engine, Instant created) {
    SignalDifference signals = newer.signalsSince(older);
    return new Event(
        kind(older, newer, signals),
        name,
        older,
        newer,
        signals,
        EventReasons.of(older, newer, signals),
        engine,
        created);
  }

  private static Kind kind(Optional<Seen> older, Seen newer, SignalDifference signals) {
    boolean before = older.filter(Seen::isCovert).isPresent();
    if (newer.isCovert() && !before) {
      return Kind.APPEARED;
    }
    if (newer.isCovert() && older.filter(one -> isOther(one, newer, signals)).isPresent()) {
      return Kind.CHANGED;
    }
    if (newer.isUnclear()) {
      return Kind.UNCLEAR;
    }
    if (before && !newer.isCovert()) {
      return Kind.VANISHED;
    }
    return older.map(one -> rest(one, newer, signals)).orElse(Kind.SAME);
  }

  private static boolean isOther(Seen older, Seen newer, SignalDifference signals) {
    return !older.look().mechanism().equals(newer.look().mechanism())
        || !signals.covert().isEmpty();
  }

  /** Where nothing covert differs. */
  private static Kind rest(Seen older, Seen newer, SignalDifference signals) {
    boolean both = older.verdict().isPresent() && newer.verdict().isPresent();
    if (both && (!older.verdict().equals(newer.verdict()) || !signals.opaque().isEmpty())) {
      return Kind.TRAFFIC;
    }
    Look before = older.look();
    return before.hidden().equals(newer.look().hidden()) ? Kind.SAME : Kind.TABLES;
  }

  /** The same whenever the same is told of the same release. */
  public String id() {
    return Fingerprint.id("event", List.of(newer.look().report().subject().purl(), kind.word()));
  }
}
