package dev.candor.campaign.detect;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What the conduct of a group has in common that others have not. */
final class Profiling {
  /** A trait is shown by so many of a group at least; by fewer where it is told of pairs. */
  static final double MOST_OF_THEM = 0.5;

  static final double MANY_OF_THEM = 0.3;

  /** How much more frequent a trait is in a group than among all. */
  static final double LIFT = 4;

  /** Bits that a trait comes to at least in the whole group. */
  static final double BITS = 20;

  /**
   * One in how many of the members, those with the least of the common capability, may be left out.
   */
  private static final int[] NARROWEST_LEFT_OUT = {20, 10, 4};

  private static final int MOST_PIVOTS = 3;
  private static final int[] CREATED_WITHIN = {24, 7 * 24, 30 * 24};
  private static final int[] MOVED_WITHIN = {2, 6, 24, 72};
  private static final int[] VOLUME_WITHIN = {3, 7, Volume.CELLS_AN_OCTAVE};

  /** Members of a large group whose lockstep tells that of all. */
  private static final int LOOKED_AT = 1_024;

  /** Of how many other members a member's lockstep is looked at. */
  private static final int PARTNERS = 24;

  /** Bits with which one of them counts, and how many have to. */
  private static final double PARTNER_BITS = 8;

  private static final int ENOUGH_PARTNERS = 2;
  private static final double CHANCE_PARTNERS = 0.05;

  /** Exchanges a day up to which a cell of volume is narrower than half an exchange. */
  private static final double FEW = 10;

  private static final int SECONDS_AN_HOUR = 3_600;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Evidence evidence;

  Profiling(Evidence evidence) {
    this.evidence = evidence;
  }

  /** The traits of a group, strongest first. */
  List<Trait> of(int[] members) {
    List<Trait> traits = new ArrayList<>();
    creation(members).ifPresent(traits::add);
    traits.addAll(pivots(members));
    volume(members).ifPresent(traits::add);
    capability(members).ifPresent(traits::add);
    template(members).ifPresent(traits::add);
    lockstep(members).ifPresent(traits::add);
    traits.sort(Comparator.comparingDouble(Trait::bits).reversed());
    return traits;
  }

  private int at(int account) {
    return evidence.conduct()[account];
  }

  private Optional<Trait> creation(int[] members) {
    Creation creation = evidence.creation();
    Density density = creation.density();
    Base base = (from, to) -> (double) density.between(from, to) / density.population();
    return window(members, a -> creation.hour(at(a)), CREATED_WITHIN, base)
        .flatMap(best ->
            trait(
                Family.CREATION,
                best,
                base.of(best.from(), best.to()),
                "opened between %s and %s".formatted(hour(best.from()), hour(best.to() + 1)),
                a -> creation.hour(at(a)) != Accounts.UNKNOWN,
                a -> best.holds(creation.hour(at(a)))));
  }

  private List<Trait> pivots(int[] members) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int member : members) {
      evidence
          .pivot()
          .of(at(member))
          .keySet()
          .forEach(model -> counts.merge(model, 1, Integer::sum));
    }
    List<Trait> traits = new ArrayList<>();
    counts.forEach((model, count) -> {
      if (count >= members.length * MOST_OF_THEM) {
        pivot(members, model).ifPresent(traits::add);
      }
    });
    traits.sort(Comparator.comparingDouble(Trait::bits).reversed());
    return traits.subList(0, Math.min(MOST_PIVOTS, traits.size()));
  }

  private Optional<Trait> pivot(int[] members, int model) {
    Pivot pivot = evidence.pivot();
    IntUnaryOperator hour = a -> pivot.hour(at(a), model);
    Base base =
        (from, to) -> (double) pivot.density(model).between(from, to) / evidence.accounts().size();
    return window(members, hour, MOVED_WITHIN, base)
        .flatMap(best ->
            trait(
                Family.PIVOT,
                best.among(members.length),
                base.of(best.from(), best.to()),
                "first used %s between %s and %s"
                    .formatted(pivot.name(model), hour(best.from()), hour(best.to() + 1)),
                a -> true,
                a -> best.holds(hour.applyAsInt(a))));
  }

  private Optional<Trait> volume(int[] members) {
    Volume volume = evidence.volume();
    Density density = volume.density();
    Base base = (from, to) -> (double) density.between(from, to) / density.population();
    return window(members, a -> volume.cell(at(a)), VOLUME_WITHIN, base)
        .flatMap(best ->
            trait(
                Family.VOLUME,
                best,
                base.of(best.from(), best.to()),
                "sent %s to %s exchanges a day".formatted(rate(best.from()), rate(best.to() + 1)),
                a -> volume.cell(at(a)) != Accounts.UNKNOWN,
                a -> best.holds(volume.cell(at(a)))));
  }

  /** Where a cell of volume begins, in exchanges a day; so that neighbours do not look the same. */
  static String rate(int cell) {
    double rate = Math.pow(2, (double) cell / Volume.CELLS_AN_OCTAVE);
    return String.format(Locale.ROOT, rate < FEW ? "%.2f" : "%.1f", rate);
  }

  private Optional<Trait> capability(int[] members) {
    Capability capability = evidence.capability();
    int[] known =
        Arrays.stream(members)
            .map(a -> capability.value(at(a)))
            .filter(v -> v >= 0)
            .sorted()
            .toArray();
    if (known.length < members.length * MOST_OF_THEM) {
      return Optional.empty();
    }
    int top = known[known.length / 2] / Capability.SCALE; // half of them at most have another
    int[] same = Arrays.stream(known).filter(v -> v / Capability.SCALE == top).toArray();
    double population = capability.density().population();
    Window best = new Window(0, 0, 0, known.length);
    double most = -1;
    for (int leftOut : NARROWEST_LEFT_OUT) {
      int least = same[same.length / leftOut];
      int shown = (int) Arrays.stream(same).filter(v -> v >= least).count();
      double bits =
          Trait.surprise(
              (double) shown / known.length, capability.as(least) / population, known.length);
      if (bits > most) {
        most = bits;
        best = new Window(least, (top + 1) * Capability.SCALE - 1, shown, known.length);
      }
    }
    Window narrow = best;
    return trait(
        Family.CAPABILITY,
        narrow,
        capability.as(narrow.from()) / population,
        "asked for %s in at least %d %% of exchanges"
            .formatted(Accounts.capability(top), narrow.from() % Capability.SCALE),
        a -> capability.value(at(a)) >= 0,
        a -> narrow.holds(capability.value(at(a))));
  }

  private Optional<Trait> template(int[] members) {
    SharedTemplates common =
        SharedTemplates.of(evidence.template(), Arrays.stream(members).map(this::at).toArray());
    if (common.count() == 0) {
      return Optional.empty();
    }
    int shown = (int) Arrays.stream(members).parallel().filter(a -> common.usedBy(at(a))).count();
    return trait(
        Family.TEMPLATE,
        new Window(0, 0, shown, members.length),
        common.base(),
        "sent at least two of %d rare prompts that others of them sent on other days"
            .formatted(common.count()),
        a -> true,
        a -> common.usedBy(at(a)));
  }

  private Optional<Trait> lockstep(int[] members) {
    Map<Integer, Boolean> told = new ConcurrentHashMap<>(); // each look goes through many minutes
    IntPredicate shows = a -> told.computeIfAbsent(a, account -> inStep(account, members));
    int[] known = Arrays.stream(members).filter(a -> evidence.lockstep().knows(at(a))).toArray();
    int looked = Math.min(LOOKED_AT, known.length);
    int shown =
        (int)
            IntStream.range(0, looked)
                .parallel()
                .map(i -> known[(int) ((long) i * known.length / looked)])
                .filter(shows)
                .count();
    return trait(
        Family.LOCKSTEP,
        new Window(0, 0, shown, looked),
        CHANCE_PARTNERS,
        "sent in the same minutes as others of them, again and again",
        a -> evidence.lockstep().knows(at(a)),
        shows);
  }

  /** Looks at the members that stand next to it, in a circle. */
  private boolean inStep(int account, int[] members) {
    int place = Arrays.binarySearch(members, account);
    int start = place < 0 ? -place - 1 : place;
    int partners = 0;
    int reach = Math.min(PARTNERS, members.length - 1);
    for (int i = 0; i < members.length && i <= reach && partners < ENOUGH_PARTNERS; i++) {
      int other = members[Math.floorMod(start + i - reach / 2, members.length)];
      if (other != account && evidence.lockstep().bits(at(account), at(other)) >= PARTNER_BITS) {
        partners++;
      }
    }
    return partners >= ENOUGH_PARTNERS;
  }

  private static Optional<Trait> trait(
      Family family,
      Window window,
      double base,
      String words,
      IntPredicate known,
      IntPredicate shows) {
    if (window.known() == 0) {
      return Optional.empty();
    }
    double share = (double) window.shown() / window.known();
    double least =
        family == Family.TEMPLATE || family == Family.LOCKSTEP ? MANY_OF_THEM : MOST_OF_THEM;
    double bits = Trait.surprise(share, Math.max(base, 1e-9), window.known());
    return share >= least && share >= LIFT * base && bits >= BITS
        ? Optional.of(new Trait(family, share, base, bits, words, known, shows))
        : Optional.empty();
  }

  /** The share of all accounts that lie in a part of a line. */
  private interface Base {
    double of(int from, int to);
  }

  /**
   * Of some widths, the window that holds a surprising part of a group.
   *
   * @param place of a member on a line, or {@link Accounts#UNKNOWN}
   */
  private static Optional<Window> window(
      int[] members, IntUnaryOperator place, int[] widths, Base base) {
    int[] places =
        Arrays.stream(members).map(place).filter(p -> p != Accounts.UNKNOWN).sorted().toArray();
    if (places.length < members.length * MOST_OF_THEM) {
      return Optional.empty();
    }
    Window best = fullest(places, widths[0]);
    double most = -1;
    for (int width : widths) {
      Window fullest = fullest(places, width);
      double share = (double) fullest.shown() / fullest.known();
      double bits = Trait.surprise(share, base.of(fullest.from(), fullest.to()), fullest.known());
      if (share >= MOST_OF_THEM && bits > most) {
        most = bits;
        best = fullest;
      }
    }
    return Optional.of(best);
  }

  private static Window fullest(int[] places, int width) {
    Window fullest = new Window(0, 0, 0, places.length);
    int from = 0;
    for (int to = 0; to < places.length; to++) {
      while (places[to] - places[from] >= width) {
        from++;
      }
      if (to - from + 1 > fullest.shown()) {
        fullest = new Window(places[from], places[to], to - from + 1, places.length);
      }
    }
    return fullest;
  }

  private static String hour(int hour) {
    return HOUR.format(Instant.ofEpochSecond((long) hour * SECONDS_AN_HOUR));
  }

  /** Part of a line, both ends included, and how many of those that are known lie there. */
  private record Window(int from, int to, int shown, int known) {
    boolean holds(int place) {
      return place != Accounts.UNKNOWN && place >= from && place <= to;
    }

    /** What is not known is not there either. */
    Window among(int all) {
      return new Window(from, to, shown, all);
    }
  }
}
