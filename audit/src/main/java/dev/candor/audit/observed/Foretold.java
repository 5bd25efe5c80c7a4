package dev.candor.audit.observed;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.LevelClass;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.experiment.Wanted;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reading of the code foretells, and the trials of the design did not show. A mark in a part
 * of the runs only, or in a value that is random otherwise, takes many trials of few levels, which
 * a design for many factors does not have.
 */
final class Foretold {
  /**
   * So many trials with levels that should mark, and as many without: where the symbol is one that
   * half of the others have too, one of 25,000 deals parts them so: C(36, 24) / C(48, 24).
   */
  private static final int TRIALS = 24;

  /** With fewer left, nothing of what they show could be seen again. */
  private static final int FEWEST_LEFT = 2 * TRIALS + 24;

  private static final int MOST_LEVELS = 8;

  /**
   * Where nothing is known of what the code compares with, one of so many trials is of the base.
   */
  private static final int SHARE_OF_BASE = 6;

  /** For each trial of one factor alone so many of the base: where one is enough, it marks. */
  private static final int ALONE = 3;

  private static final int MOST_GUESSES = 200;

  /** Of what these trials alone suggest; each has to be seen again, and takes from the others. */
  private static final int MOST_CANDIDATES = 3;

  private final Design design;
  private final List<Set<String>> flows;
  private final List<Set<String>> followed = new ArrayList<>();

  /**
   * @param flows for each covert flow in the code the factors that it reads
   */
  Foretold(Design design, List<Set<String>> flows) {
    this.design = design;
    this.flows = List.copyOf(flows);
  }

  /**
   * Trials of the first flow that no confirmed signal shows; empty where there is none, or a room
   * can set nothing of what it reads.
   *
   * @param upheld what was confirmed so far, asked for where it matters
   * @param left how many may be run
   */
  List<Wanted> trials(Supplier<Upheld> upheld, int left) {
    List<Set<String>> open =
        flows.stream().filter(factors -> !followed.contains(factors) && canVary(factors)).toList();
    if (open.isEmpty() || left < FEWEST_LEFT) {
      return List.of();
    }
    Upheld shown = upheld.get();
    for (Set<String> factors : open) {
      if (!isShown(factors, shown)) {
        followed.add(factors);
        return known(factors).isEmpty()
            ? guesses(factors)
            : trials(marking(factors), others(factors));
      }
    }
    return List.of();
  }

  /** Whether there were such trials. */
  boolean isFollowed() {
    return !followed.isEmpty();
  }

  private static boolean isShown(Set<String> factors, Upheld upheld) {
    return upheld.signals().stream()
        .map(Confirmed::signal)
        .filter(signal -> signal.form().isUnnoticed())
        .anyMatch(signal -> !Collections.disjoint(signal.factors(), factors));
  }

  private List<Wanted> trials(List<Environment> marking, List<Environment> others) {
    Random random = new Random(design.seed());
    Purpose purpose = new Purpose.FollowUp("a covert flow in the code that no trial showed");
    List<Wanted> trials = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      List<Wanted> round =
          new ArrayList<>(
              List.of(
                  new Wanted(marking.get(i % marking.size()), purpose),
                  new Wanted(others.get(i % others.size()), purpose)));
      Collections.shuffle(round, random); // so that drift in time does not pass for a mark
      trials.addAll(round);
    }
    return trials;
  }

  /** Each with another of the levels that are well known, as it cannot be read which are meant. */
  private List<Wanted> guesses(Set<String> factors) {
    Purpose purpose = new Purpose.FollowUp("a covert flow in the code whose levels are not known");
    Set<Environment> before =
        design.trials().stream().map(Planned::environment).collect(Collectors.toSet());
    SortedMap<String, List<String>> unread = unread(factors);
    Set<Environment> guesses = new LinkedHashSet<>();
    for (int i = 0; i < MOST_GUESSES && guesses.size() < 2 * TRIALS; i++) {
      Environment guess = guess(design.base(), unread, i);
      if (!before.contains(guess)) {
        guesses.add(guess);
      }
    }
    List<Wanted> trials = new ArrayList<>();
    for (Environment guess : guesses) {
      if (trials.size() % SHARE_OF_BASE == 0) {
        trials.add(new Wanted(design.base(), purpose));
      }
      trials.add(new Wanted(guess, purpose));
    }
    return trials.subList(0, Math.min(2 * TRIALS, trials.size()));
  }

  /** With a level of each factor, another one each turn. */
  private static Environment guess(
      Environment of, SortedMap<String, List<String>> levels, int turn) {
    Environment guess = of;
    for (Map.Entry<String, List<String>> one : levels.entrySet()) {
      guess = guess.with(one.getKey(), one.getValue().get(turn % one.getValue().size()));
    }
    return guess;
  }

  /** Well-known levels of those factors of which the code does not tell what it compares. */
  private SortedMap<String, List<String>> unread(Set<String> factors) {
    SortedMap<String, List<String>> unread = new TreeMap<>();
    for (String factor : factors) {
      List<String> wellKnown = wellKnown(factor);
      if (levels(factor).isEmpty() && !wellKnown.isEmpty()) {
        unread.put(factor, wellKnown);
      }
    }
    return unread;
  }

  private List<String> wellKnown(String factor) {
    return classes(factor, LevelClass.Origin.DICTIONARY).stream()
        .flatMap(one -> one.levels().stream())
        .distinct()
        .toList();
  }

  private boolean canVary(Set<String> factors) {
    return !known(factors).isEmpty() || !unread(factors).isEmpty();
  }

  /** Those of which a level is known that the code compares with. */
  private List<String> known(Set<String> factors) {
    return new TreeSet<>(factors).stream().filter(one -> !levels(one).isEmpty()).toList();
  }

  /**
   * All known factors of the flow with a level that its code compares with. Others may be gates, or
   * take part: they have a well-known level every other time.
   */
  private List<Environment> marking(Set<String> factors) {
    List<Environment> marking = List.of(design.base());
    for (String factor : known(factors)) {
      List<String> levels = levels(factor);
      List<Environment> with = new ArrayList<>();
      for (int i = 0; i < Math.max(marking.size(), levels.size()); i++) {
        with.add(marking.get(i % marking.size()).with(factor, levels.get(i % levels.size())));
      }
      marking = with;
    }
    SortedMap<String, List<String>> unread = unread(factors);
    List<Environment> guessed = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      Environment one = marking.get(i % marking.size());
      guessed.add(i % 2 == 0 ? one : guess(one, unread, i / 2));
    }
    return guessed;
  }

  /** Without a mark, and at times with one of several factors alone: it may take both. */
  private List<Environment> others(Set<String> factors) {
    List<Environment> others = new ArrayList<>();
    List<String> known = known(factors);
    Environment plain = plain(known);
    for (String factor : known.size() > 1 ? known : List.<String>of()) {
      others.addAll(Collections.nCopies(ALONE, plain));
      others.add(plain.with(factor, levels(factor).getFirst()));
    }
    return others.isEmpty() ? List.of(plain) : others;
  }

  /** The base; where the code compares with a level of the base, another level in its place. */
  private Environment plain(List<String> factors) {
    Environment plain = design.base();
    for (String factor : factors) {
      Set<String> compared =
          recovered(factor).stream()
              .flatMap(one -> one.levels().stream())
              .collect(Collectors.toSet());
      if (compared.contains(design.base().levels().getOrDefault(factor, ""))) {
        Set<String> stems = compared.stream().map(Foretold::stem).collect(Collectors.toSet());
        Optional<String> other =
            wellKnown(factor).stream().filter(level -> !stems.contains(stem(level))).findFirst();
        plain = other.isPresent() ? plain.with(factor, other.get()) : plain;
      }
    }
    return plain;
  }

  /** {@code zh_CN} in other encodings is the same to most code. */
  private static String stem(String level) {
    return level.replaceFirst("\\..*", "");
  }

  /** Of its recovered classes in turn, those first that are of a covert flow. */
  private List<String> levels(String factor) {
    List<LevelClass> classes = recovered(factor);
    List<String> levels = new ArrayList<>();
    for (int i = 0; i < MOST_LEVELS; i++) {
      for (LevelClass one : classes) {
        one.levels().stream().skip(i).findFirst().ifPresent(levels::add);
      }
    }
    return levels.stream().distinct().limit(MOST_LEVELS).toList();
  }

  private List<LevelClass> recovered(String factor) {
    return classes(factor, LevelClass.Origin.RECOVERED);
  }

  private List<LevelClass> classes(String factor, LevelClass.Origin origin) {
    return design.classes().stream()
        .filter(one -> one.factor().equals(factor) && one.origin() == origin)
        .toList();
  }

  /**
   * The same with what the trials of a flow that was followed suggest by themselves, where only its
   * factors vary: in all trials, with all factors that might be meant, the same goes unnoticed.
   */
  Inference joined(Inference inference, List<Observation> observations) {
    List<Signal> candidates = new ArrayList<>(inference.candidates());
    for (Set<String> factors : followed) {
      Inference alone =
          Inference.of(
              Traces.of(observations.stream().filter(one -> isOf(one, factors)).toList()),
              design.seed());
      Stream.concat(alone.signals().stream(), alone.candidates().stream())
          .filter(signal -> signal.form().isUnnoticed())
          .filter(signal -> !isAmong(signal, inference.signals()))
          .filter(signal -> !isAmong(signal, inference.candidates()))
          .limit(MOST_CANDIDATES)
          .forEach(candidates::add);
    }
    return new Inference(inference.signals(), candidates, inference.explained(), inference.noise());
  }

  private static boolean isOf(Observation observation, Set<String> factors) {
    return factors.containsAll(observation.planned().environment().differing().keySet());
  }

  private static boolean isAmong(Signal signal, List<Signal> others) {
    return others.stream()
        .anyMatch(other -> signal.isAt(other) && signal.all().equals(other.all()));
  }
}
