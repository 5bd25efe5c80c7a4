package dev.candor.lab.experiment;

import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import dev.candor.lab.experiment.LevelClass.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What can be tried of each factor, beside its base.
 *
 * @param of by factor
 */
public record Levels(SortedMap<String, OfFactor> of) {
  /** What most programs take for yes. */
  private static final String SET = "1";

  /**
   * The levels of one factor.
   *
   * @param alone whether it is not combined with other factors: it takes another one's place
   * @param contrast ordinary and far apart, the most telling first; at least one
   * @param dictionary classes of known ones
   */
  public record OfFactor(boolean alone, LevelClass contrast, List<LevelClass> dictionary) {
    public OfFactor {
      dictionary = List.copyOf(dictionary);
      if (contrast.candidates().isEmpty()) {
        throw new IllegalArgumentException("no contrast for " + contrast.factor());
      }
    }
  }

  public Levels {
    of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
  }

  /** Those that come with Candor: of each factor that has a file {@code levels/FACTOR.levels}. */
  public static Levels standard() {
    SortedMap<String, OfFactor> all = new TreeMap<>();
    for (Factor factor : Environment.factors()) {
      file(factor.name()).ifPresent(text -> all.put(factor.name(), parse(factor.name(), text)));
    }
    return new Levels(all);
  }

  /**
   * The same with environment variables, which have no levels but to be there.
   *
   * @param variables factors, as {@code variable:NAME}
   */
  public Levels with(Collection<String> variables) {
    SortedMap<String, OfFactor> all = new TreeMap<>(of);
    for (String variable : variables) {
      LevelClass set =
          new LevelClass(variable, LevelFile.CONTRAST, Origin.CONTRAST, List.of(Candidate.of(SET)));
      all.putIfAbsent(variable, new OfFactor(false, set, List.of()));
    }
    return new Levels(all);
  }

  /**
   * Reads levels of a factor; {@code docs/experiment.md} tells the form.
   *
   * @throws IllegalArgumentException naming the line, if it is no such text
   */
  public static OfFactor parse(String factor, String text) {
    LevelFile file = LevelFile.parse(factor + ".levels", text);
    List<String> known = new ArrayList<>();
    file.sections().stream()
        .filter(section -> section.match().isEmpty())
        .forEach(section -> known.addAll(section.lines()));
    List<LevelClass> dictionary = new ArrayList<>();
    for (LevelFile.Section section : file.sections().subList(1, file.sections().size())) {
      dictionary.add(
          new LevelClass(
              factor,
              section.name(),
              Origin.DICTIONARY,
              candidates(new Witnesses(factor, known), section)));
    }
    List<String> contrast = file.sections().getFirst().lines();
    return new OfFactor(
        file.alone(),
        new LevelClass(
            factor,
            LevelFile.CONTRAST,
            Origin.CONTRAST,
            Set.copyOf(contrast).size() == contrast.size()
                ? contrast.stream().map(Candidate::of).toList()
                : List.of()),
        dictionary);
  }

  /** Levels that match several entries stand first. */
  private static List<Candidate> candidates(Witnesses witnesses, LevelFile.Section section) {
    Set<Candidate> all = new LinkedHashSet<>();
    if (section.match().isEmpty()) {
      section.lines().forEach(line -> all.add(Candidate.of(line)));
      return List.copyOf(all);
    }
    Match match = section.match().get();
    all.addAll(witnesses.pools(section.lines(), match));
    for (int i = 0; i < section.lines().size(); i++) {
      witnesses.of(section.lines().get(i), match, i).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** All levels that are known of a factor. */
  List<String> known(String factor) {
    OfFactor levels = of.get(factor);
    if (levels == null) {
      return List.of();
    }
    Set<String> known = new LinkedHashSet<>(levels.contrast().levels());
    levels.dictionary().forEach(one -> known.addAll(one.levels()));
    return List.copyOf(known);
  }

  private static Optional<String> file(String factor) {
    try (InputStream in = Levels.class.getResourceAsStream("levels/" + factor + ".levels")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
