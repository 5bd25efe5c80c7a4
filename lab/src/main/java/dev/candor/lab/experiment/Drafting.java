package dev.candor.lab.experiment;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.LevelClass.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The making of one design. What matters most is chosen first, until the budget is spent: what the
 * code reads together, what was recovered, one contrast of each factor, pairs, then the rest by
 * turns. The order of running is drawn afterwards.
 */
final class Drafting {
  /** Of a class that was recovered, so many are tried before anything else is. */
  private static final int SAMPLE = 3;

  /** Of a factor, so many classes are combined with other factors that the code reads with it. */
  private static final int JOINT = 4;

  /** Of two factors alone as many levels each at least: one trial of both would be a lone one. */
  private static final int FEW = 2;

  /** The same for pairs with any factor. */
  private static final int PAIRED = 2;

  private final Design.Wish wish;
  private final Random random;
  private final Classes classes;
  private final List<LevelClass> recovered = new ArrayList<>();
  private final List<LevelClass> dictionary = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final Set<Environment> seen = new HashSet<>();
  private final int room;
  private int most; // of the room, what may be taken now

  Drafting(Design.Wish wish) {
    this.wish = wish;
    random = new Random(wish.seed());
    classes = Classes.of(wish.levels(), wish.recovered(), random);
    classes.recovered().forEach(one -> recovered.add(shuffled(one)));
    classes.dictionary().forEach(one -> dictionary.add(shuffled(one)));
    room = wish.budget().designed() - Arrangement.replicates(wish.budget().designed());
    most = wish.budget().thorough() ? room : guided();
    seen.add(wish.base());
  }

  /** Code compares much that matters to nobody: each factor is to be tried by itself, too. */
  private int guided() {
    return Math.max(room / 4, Math.min(room / 2, room - wish.levels().of().size()));
  }

  Design design() {
    wish.together().forEach(this::joint);
    Deque<Deque<Supplier<Wanted>>> turns = new ArrayDeque<>();
    recovered.forEach(one -> turns.add(each(one)));
    takeTurns(turns, wish.budget().thorough() ? Integer.MAX_VALUE : SAMPLE);
    most = room;
    List<Deque<Supplier<Wanted>>> contrasts = contrasts();
    takeTurns(contrasts, 1);
    pairs();
    List<Deque<Supplier<Wanted>>> rest = new ArrayList<>(contrasts);
    dictionary.forEach(one -> rest.add(each(one)));
    Collections.shuffle(rest, random);
    rest.addAll(0, turns);
    takeTurns(rest, Integer.MAX_VALUE);
    fill();
    List<Planned> trials = new Arrangement(wish, random).of(wanted);
    List<LevelClass> all = new ArrayList<>(recovered);
    all.addAll(dictionary);
    return new Design(
        wish.base(), trials, wish.budget(), wish.seed(), all, untried(trials), coverage(trials));
  }

  /** Levels that match several entries stay in front: they say most. */
  private LevelClass shuffled(LevelClass one) {
    List<Candidate> candidates = new ArrayList<>(one.candidates());
    Collections.shuffle(candidates, random);
    if (one.origin() == Origin.DICTIONARY) {
      candidates.sort(Comparator.comparing(candidate -> candidate.entries().size() == 1));
    }
    return new LevelClass(one.factor(), one.name(), one.origin(), candidates);
  }

  /** Made when it is their turn: most never are. */
  private Deque<Supplier<Wanted>> each(LevelClass one) {
    Deque<Supplier<Wanted>> each = new ArrayDeque<>();
    for (Candidate candidate : one.candidates()) {
      each.add(() ->
          new Wanted(
              wish.base().with(one.factor(), candidate.level()),
              new Purpose.OneLevel(
                  one.factor(), candidate.level(), one.name(), candidate.entries())));
    }
    return each;
  }

  /** One of each in turn. */
  private void takeTurns(Iterable<Deque<Supplier<Wanted>>> turns, int rounds) {
    boolean more = true;
    for (int round = 0; round < rounds && more && wanted.size() < most; round++) {
      more = false;
      for (Deque<Supplier<Wanted>> each : turns) {
        if (wanted.size() >= most) {
          return;
        }
        boolean taken = false;
        while (!taken && !each.isEmpty()) {
          taken = take(each.remove().get());
        }
        more |= taken;
      }
    }
  }

  /** Whether it is new, and there is room. */
  private boolean take(Wanted one) {
    return wanted.size() < most && seen.add(one.environment()) && wanted.add(one);
  }

  /** Factors of which something was recovered come first. */
  private List<Deque<Supplier<Wanted>>> contrasts() {
    Set<String> first = new TreeSet<>();
    recovered.forEach(one -> first.add(one.factor()));
    List<String> factors = new ArrayList<>(wish.levels().of().keySet());
    Collections.shuffle(factors, random);
    factors.sort(Comparator.comparing(factor -> !first.contains(factor)));
    List<Deque<Supplier<Wanted>>> contrasts = new ArrayList<>();
    factors.forEach(factor -> contrasts.add(each(ofFactor(factor).contrast())));
    return contrasts;
  }

  private Levels.OfFactor ofFactor(String factor) {
    Levels.OfFactor levels = wish.levels().of().get(factor);
    if (levels == null) {
      throw new IllegalArgumentException("no levels of " + factor);
    }
    return levels;
  }

  private void joint(Together together) {
    SortedMap<String, List<String>> columns = new TreeMap<>();
    for (String factor : together.factors()) {
      if (wish.levels().of().containsKey(factor)) {
        columns.put(factor, combined(factor, JOINT, together.factors().size() == 2 ? FEW : 1));
      }
    }
    if (columns.size() > 1) {
      rows(columns, Math.min(3, columns.size()), new Purpose.Joint(columns.keySet()));
    }
  }

  private void pairs() {
    SortedMap<String, List<String>> columns = paired();
    if (columns.size() > 1) {
      rows(columns, 2, new Purpose.Pairs());
    }
  }

  private SortedMap<String, List<String>> paired() {
    SortedMap<String, List<String>> columns = new TreeMap<>();
    wish.levels()
        .of()
        .forEach((factor, levels) -> {
          if (!levels.alone()) {
            columns.put(factor, combined(factor, PAIRED, 1));
          }
        });
    return columns;
  }

  /**
   * The base, and a level of each of so many classes, or where there are none a contrast.
   *
   * @param fewest beside the base, where the classes have as many
   */
  private List<String> combined(String factor, int classesAtMost, int fewest) {
    Set<String> levels = new LinkedHashSet<>();
    levels.add(baseOf(factor));
    List<LevelClass> of = recovered.stream().filter(one -> one.factor().equals(factor)).toList();
    of.stream().limit(classesAtMost).forEach(one -> levels.add(first(one)));
    for (String level : of.stream().flatMap(one -> one.levels().stream()).toList()) {
      if (levels.size() <= fewest) {
        levels.add(level);
      }
    }
    if (levels.size() == 1) {
      ofFactor(factor).contrast().levels().stream()
          .filter(level -> !level.equals(baseOf(factor)))
          .findFirst()
          .ifPresent(levels::add);
    }
    return List.copyOf(levels);
  }

  private static String first(LevelClass one) {
    return one.candidates().getFirst().level();
  }

  private String baseOf(String factor) {
    return wish.base().levels().getOrDefault(factor, "");
  }

  private void rows(SortedMap<String, List<String>> columns, int strength, Purpose purpose) {
    List<String> factors = List.copyOf(columns.keySet());
    List<List<String>> levels = List.copyOf(columns.values());
    int[] sizes = columns.values().stream().mapToInt(List::size).toArray();
    for (int[] row : CoveringArray.of(sizes, strength, random)) {
      Environment environment = wish.base();
      for (int i = 0; i < row.length; i++) {
        if (row[i] > 0) {
          environment = environment.with(factors.get(i), levels.get(i).get(row[i]));
        }
      }
      boolean _ = take(new Wanted(environment, purpose)); // it may be there already
    }
  }

  /** A budget in trials is spent: where all is tried, pairs stand beside other pairs. */
  private void fill() {
    int before = -1;
    while (wish.budget().trials().isPresent() && wanted.size() < room && wanted.size() > before) {
      before = wanted.size();
      pairs();
    }
  }

  private List<Untried> untried(List<Planned> trials) {
    List<Untried> untried = new ArrayList<>(classes.untried());
    Map<String, Set<String>> tried = new TreeMap<>();
    trials.forEach(one ->
        one.environment()
            .levels()
            .forEach(
                (factor, level) -> tried.computeIfAbsent(factor, _ -> new HashSet<>()).add(level)));
    List<LevelClass> all = new ArrayList<>(recovered);
    all.addAll(dictionary);
    wish.levels().of().values().forEach(one -> all.add(one.contrast()));
    for (LevelClass one : all) {
      List<String> left = new ArrayList<>(one.levels());
      left.removeAll(tried.getOrDefault(one.factor(), Set.of()));
      if (!left.isEmpty()) {
        int drawn = one.candidates().size() - left.size();
        untried.add(
            new Untried(
                one.factor(),
                left,
                "%s: %d of %d tried".formatted(one.name(), drawn, one.candidates().size())));
      }
    }
    return untried;
  }

  private Design.Coverage coverage(List<Planned> trials) {
    SortedMap<String, List<String>> columns = paired();
    List<String> factors = List.copyOf(columns.keySet());
    int all = 0;
    Set<List<String>> covered = new HashSet<>();
    for (int i = 0; i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        String one = factors.get(i);
        String other = factors.get(j);
        List<String> ones = columns.getOrDefault(one, List.of());
        List<String> others = columns.getOrDefault(other, List.of());
        all += ones.size() * others.size();
        trials.forEach(trial -> {
          SortedMap<String, String> levels = trial.environment().levels();
          String level = levels.getOrDefault(one, "");
          String otherLevel = levels.getOrDefault(other, "");
          if (ones.contains(level) && others.contains(otherLevel)) {
            covered.add(List.of(one, level, other, otherLevel));
          }
        });
      }
    }
    return new Design.Coverage(covered.size(), all);
  }
}
