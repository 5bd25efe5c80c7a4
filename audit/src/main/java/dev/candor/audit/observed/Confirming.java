package dev.candor.audit.observed;

import dev.candor.audit.recording.RunEnd;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Confirmation;
import dev.candor.lab.experiment.Confirmation.Suspect;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.experiment.Standing;
import dev.candor.lab.experiment.Steering;
import dev.candor.lab.experiment.Wanted;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Calls for fresh trials of what the design's trials seem to show. */
final class Confirming implements Steering {
  private static final int FEWEST_ROUNDS = 2;
  private static final int MOST_ROUNDS = 10;

  /** Deals that are drawn do not meet the chance exactly. */
  private static final double MARGIN = 0.8;

  /** With symbols that vary by themselves too, fewer trials of each show nothing. */
  private static final int ROUNDS_OF_NOISE = 8;

  /** Where more trials are left, what varies by itself may have a round for so many of them. */
  private static final int TRIALS_A_ROUND_OF_NOISE = 2;

  /** More are not tried again; the likeliest are. */
  private static final int MOST_CANDIDATES = 24;

  /** However many are left: with what varies by itself, hundreds of rounds could be asked for. */
  private static final int MOST_TRIALS = 240;

  /** What is lost again and again is lost for a reason. */
  private static final int MOST_REPEATS = 3;

  /** Where so many ended alike in an environment, that is its way: a proxy that does not answer. */
  private static final int ALIKE = 3;

  private static final int FIRST_LOOK = 24;

  private final Suspects suspects;
  private final Foretold foretold;
  private final int reserve;
  private final long seed;
  private final BiConsumer<Standing, Integer> progress;
  private final List<Observation> soFar = new ArrayList<>();
  private final List<Tried> tried = new ArrayList<>();
  private List<Observation> looked = List.of();
  private Inference seen = new Inference(List.of(), List.of(), List.of(), List.of());
  private int signals;
  private final Set<Integer> repeated = new HashSet<>();
  private boolean asked;
  private int repeats;

  /**
   * @param flows for each covert flow in the code the factors that it reads
   * @param progress is told how far the experiment is, and how many signals there seem to be
   */
  Confirming(Design design, List<Set<String>> flows, BiConsumer<Standing, Integer> progress) {
    suspects = new Suspects(design.base(), design.seed());
    foretold = new Foretold(design, flows);
    reserve = design.budget().reserve();
    seed = design.seed();
    this.progress = progress;
  }

  @Override
  public List<Wanted> after(Observation observation, Standing standing) {
    soFar.add(observation);
    if (soFar.size() == FIRST_LOOK) { // looking again and again would take longer than the trials
      signals = inference(soFar).signals().size();
    }
    progress.accept(standing, signals);
    return List.of();
  }

  @Override
  public List<Wanted> rest(List<Observation> all, int left) {
    if (asked) {
      List<Wanted> again = lost(all, allowed(left));
      if (!again.isEmpty()) {
        return again;
      }
      List<Wanted> more = foretold.trials(() -> Upheld.of(all, inference(all), this, seed), left);
      asked = more.isEmpty();
      if (!asked) {
        looked = List.of(); // these are to be looked at by themselves, too
      }
      return more;
    }
    List<Wanted> more = confirming(all, Math.min(MOST_TRIALS, allowed(left)));
    return more.isEmpty() ? rest(all, left) : more;
  }

  /** What the code foretells may use the reserve, and what that showed is to be seen again. */
  private int allowed(int left) {
    return foretold.isFollowed() ? left : left - reserve;
  }

  private List<Wanted> confirming(List<Observation> all, int left) {
    asked = true;
    repeats = 0;
    Inference inference = inference(all);
    signals = inference.signals().size();
    int last = all.stream().mapToInt(one -> one.planned().number()).max().orElse(0);
    List<Tried> found = new ArrayList<>();
    inference.signals().stream()
        .filter(signal -> !hasTried(signal))
        .forEach(signal -> found.add(new Tried(signal, suspects.of(signal), false, last)));
    inference.candidates().stream()
        .limit(MOST_CANDIDATES)
        .forEach(signal -> found.add(new Tried(signal, suspects.of(signal), true, last)));
    found.sort(Comparator.comparingInt(Tried::rank)); // stable: the likeliest stay first
    for (int some = found.size(); some > 0; some--) {
      List<Tried> chosen = found.subList(0, some);
      List<Wanted> trials = trials(chosen, left, some == 1);
      if (!trials.isEmpty()) {
        tried.addAll(chosen);
        return trials;
      }
    }
    return List.of();
  }

  /** Fresh trials that ended otherwise than most did, to be run anew: they may show nothing. */
  private List<Wanted> lost(List<Observation> all, int left) {
    if (repeats++ >= MOST_REPEATS || left <= 0) {
      return List.of();
    }
    Map<String, Long> ends =
        all.stream().collect(Collectors.groupingBy(Confirming::end, Collectors.counting()));
    String usual = Collections.max(ends.entrySet(), Map.Entry.comparingByValue()).getKey();
    Map<Environment, List<String>> byEnvironment =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.planned().environment(),
                    Collectors.mapping(Confirming::end, Collectors.toList())));
    return all.stream()
        .filter(one -> one.planned().purpose() instanceof Purpose.Confirmation)
        .filter(one -> !end(one).equals(usual))
        .filter(one -> !isAlike(byEnvironment.getOrDefault(one.planned().environment(), List.of())))
        .filter(one -> repeated.add(one.planned().number()))
        .limit(left)
        .map(one -> new Wanted(one.planned().environment(), one.planned().purpose()))
        .toList();
  }

  private static boolean isAlike(List<String> ends) {
    return ends.size() >= ALIKE && ends.stream().distinct().count() == 1;
  }

  private static String end(Observation observation) {
    return switch (observation.outcome()) {
      case Ran(var result) -> RunEnd.of(result.room());
      case Failed _ -> "did not run";
    };
  }

  /** What those trials tell; looked at once where they are the same as the last time. */
  Inference inference(List<Observation> of) {
    if (!looked.equals(of)) {
      looked = List.copyOf(of);
      seen = foretold.joined(Inference.of(Traces.of(of), seed), of);
    }
    return seen;
  }

  /**
   * A signal or candidate that is to be seen again.
   *
   * @param candidate whether it had not passed the false discovery rate
   * @param since the last trial that it was seen in; later ones are fresh
   */
  private record Tried(Signal signal, Suspect suspect, boolean candidate, int since) {
    /** What a reader would not notice first, then what nobody can read, then the rest. */
    int rank() {
      int form = Concluding.rank(signal);
      return 2 * form + (candidate ? 1 : 0);
    }
  }

  /**
   * What is asked of fresh trials of a signal.
   *
   * @param since the last trial that is not fresh
   * @param level the chance that is allowed to them
   */
  record Again(int since, double level) {}

  /** As it was tried last at its place. */
  Again again(Signal signal) {
    List<Tried> here = tried.stream().filter(one -> one.signal().isAt(signal)).toList();
    if (here.isEmpty()) {
      return new Again(0, Assurance.ofCandidates(candidates(tried)));
    }
    Tried last = here.getLast();
    List<Tried> together = tried.stream().filter(one -> one.since() == last.since()).toList();
    boolean passed = here.stream().anyMatch(one -> !one.candidate() && together.contains(one));
    return new Again(
        last.since(), passed ? Assurance.OF_SIGNALS : Assurance.ofCandidates(candidates(together)));
  }

  /** Whether just this was to be seen again: what it depends on is not picked from fresh trials. */
  boolean hasTried(Signal signal) {
    return tried.stream()
        .anyMatch(one -> one.signal().isAt(signal) && one.signal().all().equals(signal.all()));
  }

  private static int candidates(List<Tried> found) {
    return (int) found.stream().filter(Tried::candidate).count();
  }

  /** As few as can confirm all of these; where {@code anyway}, as many as there are left. */
  private List<Wanted> trials(List<Tried> found, int left, boolean anyway) {
    List<Suspect> all = found.stream().map(Tried::suspect).toList();
    boolean noisy = found.stream().anyMatch(one -> one.signal().isNoisy());
    List<Wanted> fitting = List.of();
    int most = noisy ? Math.max(MOST_ROUNDS, left / TRIALS_A_ROUND_OF_NOISE) : MOST_ROUNDS;
    for (int rounds = FEWEST_ROUNDS; rounds <= most; rounds++) {
      List<Wanted> trials = Confirmation.of(all, rounds, seed);
      if (trials.size() > left) {
        return anyway || rounds > MOST_ROUNDS ? fitting : List.of();
      }
      fitting = trials;
      if (rounds >= (noisy ? ROUNDS_OF_NOISE : FEWEST_ROUNDS)
          && suffice(found, trials.size(), rounds)) {
        return trials;
      }
    }
    return fitting;
  }

  private static boolean suffice(List<Tried> found, int trials, int rounds) {
    double ofCandidates = Assurance.ofCandidates(candidates(found));
    return found.stream()
        .allMatch(one ->
            least(one, trials, rounds)
                <= MARGIN * (one.candidate() ? ofCandidates : Assurance.OF_SIGNALS));
  }

  private static double least(Tried one, int trials, int rounds) {
    return one.signal().isNoisy()
        ? Assurance.leastOfNoise(trials, rounds)
        : Assurance.least(trials, rounds, one.suspect().symbols().size());
  }
}
