package dev.candor.audit.track;

import dev.candor.artifact.PublishedVersion;
import dev.candor.artifact.PublishedVersions;
import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.Engine;
import dev.candor.audit.difference.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which versions of a package a mechanism is.
 *
 * @param range the versions that were asked for, those that were taken back too
 * @param entries those of the range that can be had, ascending; one at least
 * @param plan how closely was looked
 * @param complete whether it was looked as closely as that
 * @param downloaded what was fetched for it
 * @param notes what a reader should know
 */
public record History(
    PublishedVersions range,
    List<Entry> entries,
    Plan plan,
    boolean complete,
    List<Downloaded> downloaded,
    List<String> notes,
    Engine engine,
    Instant created) {
  public History {
    entries = List.copyOf(entries);
    downloaded = List.copyOf(downloaded);
    notes = List.copyOf(notes);
  }

  /** Present if it is so in any version; unclear if that cannot be told; else absent. */
  public State state() {
    List<Stretch> all = stretches();
    if (all.stream().anyMatch(Stretch::isPresent)) {
      return State.PRESENT;
    }
    boolean known =
        complete
            && !all.isEmpty()
            && all.stream()
                .allMatch(one -> one.look().filter(l -> l.state() == State.ABSENT).isPresent());
    return known ? State.ABSENT : State.UNCLEAR;
  }

  public int seen() {
    return (int) entries.stream().filter(Entry::isSeen).count();
  }

  /** The most versions in a row, between two that are the same, at which nobody looked. */
  public int widestGap() {
    int widest = 0;
    int gap = 0;
    for (Entry entry : entries) {
      gap = entry.sight() instanceof Sight.Between ? gap + 1 : 0;
      widest = Math.max(widest, gap);
    }
    return widest;
  }

  /** All entries, those that are the same together. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    List<Entry> run = new ArrayList<>();
    Optional<Look> of = Optional.empty();
    for (Entry entry : entries) {
      Optional<Look> look = entry.look();
      boolean goesOn =
          run.isEmpty()
              || (look.isPresent() == of.isPresent()
                  && look.filter(one -> !one.sameAs(run.getFirst().look().orElse(one))).isEmpty());
      if (!goesOn) {
        stretches.add(stretch(run, of, stretches));
        run.clear();
      }
      run.add(entry);
      of = look;
    }
    if (!run.isEmpty()) {
      stretches.add(stretch(run, of, stretches));
    }
    return stretches;
  }

  private static Stretch stretch(List<Entry> run, Optional<Look> look, List<Stretch> before) {
    Optional<String> mechanism = look.flatMap(Look::mechanism);
    boolean changed =
        mechanism.isPresent()
            && !before.isEmpty()
            && before.getLast().look().flatMap(Look::mechanism).isPresent()
            && !before.getLast().look().flatMap(Look::mechanism).equals(mechanism);
    return new Stretch(run, look, changed);
  }

  /** Where it came and went, ascending. */
  public List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    List<Stretch> all = stretches();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isPresent()) {
        int from = i;
        while (goesOn(all, i)) {
          i++;
        }
        periods.add(
            new Period(
                known(all, from - 1).map(Stretch::last),
                all.get(from).first(),
                all.get(i).last(),
                known(all, i + 1).map(Stretch::first)));
      }
    }
    return periods;
  }

  /** Past what nobody could look at, too: there it is likelier that it stayed. */
  private static boolean goesOn(List<Stretch> all, int i) {
    return i + 1 < all.size()
        && (all.get(i + 1).isPresent()
            || (all.get(i + 1).look().isEmpty()
                && i + 2 < all.size()
                && all.get(i + 2).isPresent()));
  }

  private static Optional<Stretch> known(List<Stretch> all, int index) {
    return index < 0 || index >= all.size() || all.get(index).look().isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(index));
  }

  /** What differs between versions that were looked at one after the other. */
  public List<Border> borders() {
    List<Border> borders = new ArrayList<>();
    Optional<Entry> before = Optional.empty();
    int between = 0;
    for (Entry entry : entries) {
      if (!(entry.sight() instanceof Sight.Seen(var look, var _))) {
        between++;
        continue;
      }
      if (before.isPresent()) {
        Look older = before.get().look().orElseThrow();
        if (!older.sameAs(look)) {
          borders.add(
              new Border(
                  before.get(), entry, between, Difference.between(older.report(), look.report())));
        }
      }
      before = Optional.of(entry);
      between = 0;
    }
    return borders;
  }

  /** The package URL without a version. */
  public String purl() {
    String exact = new RegistryPackage(range.name(), entries.getFirst().version().version()).purl();
    return exact.substring(0, exact.lastIndexOf('@'));
  }

  /** Versions of the range that the publisher has taken back. */
  public List<PublishedVersion> takenBack() {
    return range.all().stream().filter(one -> !one.available()).toList();
  }

  /** Versions of the range of which the publisher warns. */
  public List<PublishedVersion> deprecated() {
    return range.all().stream().filter(one -> one.deprecated().isPresent()).toList();
  }
}
