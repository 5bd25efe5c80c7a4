package dev.candor.audit.observed;

import dev.candor.audit.recording.RunEnd;
import dev.candor.lab.experiment.Confirmation;
import dev.candor.lab.experiment.Confirmation.Suspect;
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

  /** More are not tried again; the likeliest are. */
  private static final int MOST_CANDIDATES = 24;

  /** What is lost again and again is lost for a reason. */
  private static final int MOST_REPEATS = 3;

  private static final int FIRST_LOOK = 24;

  private final Suspects suspects;
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
   * @param progress is told how far the experiment is, and how many signals there seem to be
   */
  Confirming(Suspects suspects, long seed, BiConsumer<Standing, Integer> progress) {
    this.suspects = suspects;
    this.seed = seed;
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
      return lost(all);
    }
    asked = true;
    Inference inference = inference(all);
    signals = inference.signals().size();
    List<Tried> found = new ArrayList<>();
    inference.signals().forEach(signal -> found.add(new Tried(signal, suspects.of(signal), false)));
    inference.candidates().stream()
        .limit(MOST_CANDIDATES)
        .forEach(signal -> found.add(new Tried(signal, suspects.of(signal), true)));
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
  private List<Wanted> lost(List<Observation> all) {
    if (repeats++ == MOST_REPEATS) {
      return List.of();
    }
    Map<String, Long> ends =
        all.stream().collect(Collectors.groupingBy(Confirming::end, Collectors.counting()));
    String usual = Collections.max(ends.entrySet(), Map.Entry.comparingByValue()).getKey();
    return all.stream()
        .filter(one -> one.planned().purpose() instanceof Purpose.Confirmation)
        .filter(one -> !end(one).equals(usual) && repeated.add(one.planned().number()))
        .map(one -> new Wanted(one.planned().environment(), one.planned().purpose()))
        .toList();
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
      seen = Inference.of(Traces.of(of), seed);
    }
    return seen;
  }

  /**
   * A signal or candidate that is to be seen again.
   *
   * @param candidate whether it had not passed the false discovery rate
   */
  private record Tried(Signal signal, Suspect suspect, boolean candidate) {
    /** What a reader would not notice first, then what nobody can read, then the rest. */
    int rank() {
      int form = Concluding.rank(signal);
      return 2 * form + (candidate ? 1 : 0);
    }

    /** At a place where fresh trials were asked for, whatever it is made of by then. */
    boolean isAt(Signal other) {
      return signal.form() == other.form()
          && signal.carrier().request().equals(other.carrier().request())
          && signal.carrier().where().equals(other.carrier().where());
    }
  }

  /** The chance that is allowed for fresh trials that confirm the signal. */
  double level(Signal signal) {
    boolean passed = tried.stream().anyMatch(one -> !one.candidate() && one.isAt(signal));
    return passed ? Assurance.OF_SIGNALS : Assurance.ofCandidates(candidates(tried));
  }

  /** Whether just this was to be seen again: what it depends on is not picked from fresh trials. */
  boolean hasTried(Signal candidate) {
    return tried.stream()
        .anyMatch(one -> one.isAt(candidate) && one.signal().all().equals(candidate.all()));
  }

  private static int candidates(List<Tried> found) {
    return (int) found.stream().filter(Tried::candidate).count();
  }

  /** As few as can confirm all of these; where {@code anyway}, as many as there are left. */
  private List<Wanted> trials(List<Tried> found, int left, boolean anyway) {
    List<Suspect> all = found.stream().map(Tried::suspect).toList();
    boolean noisy = found.stream().anyMatch(one -> one.signal().isNoisy());
    List<Wanted> fitting = List.of();
    for (int rounds = FEWEST_ROUNDS; rounds <= MOST_ROUNDS; rounds++) {
      List<Wanted> trials = Confirmation.of(all, rounds, seed);
      if (trials.size() > left) {
        return anyway ? fitting : List.of();
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
            Assurance.least(trials, rounds, one.suspect().symbols().size())
                <= MARGIN * (one.candidate() ? ofCandidates : Assurance.OF_SIGNALS));
  }
}
