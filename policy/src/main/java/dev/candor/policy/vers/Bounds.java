package dev.candor.policy.vers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The constraints of a range, sorted.
 *
 * @param all none for a range that holds everything
 */
record Bounds<V extends Comparable<V>>(VersionOrder<V> order, List<Constraint<V>> all) {
  private static final int MOST = 1_000;
  private static final String ANY = "*";

  /** What stands before a version. */
  enum Sign {
    AT_LEAST(">="),
    AT_MOST("<="),
    NOT("!="),
    ABOVE(">"),
    BELOW("<"),
    // Last, for it begins none of the others.
    EQUAL("");

    final String written;

    Sign(String written) {
      this.written = written;
    }

    boolean isLower() {
      return this == ABOVE || this == AT_LEAST;
    }

    boolean isUpper() {
      return this == BELOW || this == AT_MOST;
    }
  }

  record Constraint<V>(Sign sign, V version, String written) {
    @Override
    public String toString() {
      return sign.written + Encoding.encoded(written);
    }
  }

  Bounds {
    all = List.copyOf(all);
  }

  static <V extends Comparable<V>> Bounds<V> parse(VersionOrder<V> order, String text) {
    if (text.equals(ANY)) {
      return new Bounds<>(order, List.of());
    }
    String[] parts = text.split("\\|", -1);
    if (parts.length > MOST) {
      throw new IllegalArgumentException("has more than " + MOST + " constraints");
    }
    List<Constraint<V>> all = new ArrayList<>();
    for (String part : parts) {
      all.add(constraint(order, part));
    }
    requireOrder(all);
    requireTurns(all.stream().filter(one -> one.sign() != Sign.NOT).toList());
    return new Bounds<>(order, all);
  }

  private static <V extends Comparable<V>> Constraint<V> constraint(
      VersionOrder<V> order, String part) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException("has nothing before, behind or between its pipes");
    }
    if (part.startsWith(ANY)) {
      throw new IllegalArgumentException("has a * beside something else; it stands alone");
    }
    Sign sign = Sign.EQUAL;
    for (Sign one : Sign.values()) {
      if (part.startsWith(one.written)) {
        sign = one;
        break;
      }
    }
    String behind = part.substring(sign.written.length());
    if (sign == Sign.EQUAL && behind.startsWith("=")) {
      behind = behind.substring(1);
    }
    String version = Encoding.decoded(behind);
    V read =
        order
            .read(version)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "holds \""
                        + Encoding.shown(part)
                        + "\", which is no version with a sign before it"));
    return new Constraint<>(sign, read, version);
  }

  private static <V extends Comparable<V>> void requireOrder(List<Constraint<V>> all) {
    for (int i = 1; i < all.size(); i++) {
      int order = all.get(i - 1).version().compareTo(all.get(i).version());
      if (order == 0) {
        throw new IllegalArgumentException(
            "names the version \"" + Encoding.shown(all.get(i).written()) + "\" twice");
      }
      if (order > 0) {
        throw new IllegalArgumentException(
            "is not sorted by version: \"%s\" stands before \"%s\""
                .formatted(
                    Encoding.shown(all.get(i).written()),
                    Encoding.shown(all.get(i - 1).written())));
      }
    }
  }

  /** Of two neighbours that say the same one is superfluous, and readers differ in which. */
  private static <V> void requireTurns(List<Constraint<V>> all) {
    Optional<Constraint<V>> bound = Optional.empty();
    for (int i = 0; i < all.size(); i++) {
      Constraint<V> one = all.get(i);
      boolean inside = bound.map(it -> it.sign().isLower()).orElse(false);
      boolean equalBefore = i > 0 && all.get(i - 1).sign() == Sign.EQUAL;
      if (inside && !one.sign().isUpper() || one.sign().isUpper() && equalBefore) {
        throw superfluous(one);
      }
      if (one.sign().isUpper() && bound.map(it -> it.sign().isUpper()).orElse(false)) {
        throw superfluous(one);
      }
      if (one.sign() != Sign.EQUAL) {
        bound = Optional.of(one);
      }
    }
  }

  private static IllegalArgumentException superfluous(Constraint<?> one) {
    return new IllegalArgumentException(
        "says with \""
            + Encoding.shown(one.toString())
            + "\" what the bound beside it says already, or takes it back");
  }

  Containment contains(String version) {
    if (all.isEmpty()) {
      return Containment.IN;
    }
    return order
        .read(version)
        .map(read -> holds(read) ? Containment.IN : Containment.OUT)
        .orElse(Containment.UNREADABLE);
  }

  private boolean holds(V version) {
    boolean inside = all.stream().allMatch(one -> one.sign() == Sign.NOT);
    boolean open = true;
    for (Constraint<V> one : all) {
      int order = version.compareTo(one.version());
      if (order == 0) {
        return switch (one.sign()) {
          case EQUAL, AT_LEAST, AT_MOST -> true;
          case NOT, ABOVE, BELOW -> false;
        };
      }
      if (one.sign().isUpper()) {
        // What is below an upper bound is in, if a lower one was passed or there is none before it.
        if (order < 0) {
          return inside || open;
        }
        inside = false;
        open = false;
      } else if (one.sign().isLower()) {
        if (order < 0) {
          return false;
        }
        inside = true;
        open = false;
      }
    }
    return inside;
  }

  @Override
  public String toString() {
    return all.isEmpty()
        ? ANY
        : all.stream().map(Constraint::toString).collect(Collectors.joining("|"));
  }
}
