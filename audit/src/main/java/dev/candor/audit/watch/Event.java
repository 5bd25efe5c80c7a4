package dev.candor.audit.watch;

import dev.candor.audit.Engine;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.difference.Difference;
import dev.candor.audit.track.Look;
import dev.candor.audit.track.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A release that nobody had looked at.
 *
 * @param name of the package
 * @param older the release before it; empty for the first that is watched
 * @param reasons what differs, in plain sentences
 */
public record Event(
    Kind kind,
    String name,
    Optional<Seen> older,
    Seen newer,
    List<String> reasons,
    Engine engine,
    Instant created) {
  public Event {
    reasons = List.copyOf(reasons);
  }

  /** What the release is beside the one before. */
  public enum Kind {
    /** A mechanism is there and was not before; also where nothing before is known. */
    APPEARED,
    /** Another mechanism. */
    CHANGED,
    /** No mechanism, and there was one. */
    VANISHED,
    /** Hidden tables differ, and no mechanism does. */
    TABLES,
    /** Whether it has one cannot be told. */
    UNCLEAR,
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

  /** A release that was looked at. */
  public record Seen(String version, Optional<Instant> published, Look look) {}

  static Event of(String name, Optional<Seen> older, Seen newer, Engine engine, Instant created) {
    return new Event(
        kind(older.map(Seen::look), newer.look()),
        name,
        older,
        newer,
        older
            .map(one -> Difference.between(one.look().report(), newer.look().report()).reasons())
            .orElseGet(() -> newer.look().report().reasons()),
        engine,
        created);
  }

  private static Kind kind(Optional<Look> older, Look newer) {
    Optional<String> before = older.flatMap(Look::mechanism);
    if (newer.mechanism().isPresent()) {
      return before.isEmpty()
          ? Kind.APPEARED
          : before.equals(newer.mechanism()) ? sameMechanism(older, newer) : Kind.CHANGED;
    }
    if (newer.state() == State.UNCLEAR) {
      return Kind.UNCLEAR;
    }
    return before.isPresent() ? Kind.VANISHED : sameMechanism(older, newer);
  }

  private static Kind sameMechanism(Optional<Look> older, Look newer) {
    return older.filter(look -> !look.hidden().equals(newer.hidden())).isPresent()
        ? Kind.TABLES
        : Kind.SAME;
  }

  /** The same whenever the same is told of the same release. */
  public String id() {
    return Fingerprint.id("event", List.of(newer.look().report().subject().purl(), kind.word()));
  }
}
