package dev.candor.lab.environment;

import dev.candor.core.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One level for each factor.
 *
 * @param levels by the factor's name; {@code variable:NAME} stands for an environment variable
 */
public record Environment(SortedMap<String, String> levels) {
  /** Stands between a level and the aspect that alone has it, where aspects differ. */
  private static final String BY = " by ";

  /** What a name of an environment variable stands behind. */
  public static final String VARIABLE = "variable:";

  private static final Map<String, Factor> FACTORS =
      ServiceLoader.load(Factor.class, Factor.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .collect(
              Collectors.toMap(
                  Factor::name, Function.identity(), Environment::twice, TreeMap::new));

  private static Factor twice(Factor one, Factor other) {
    throw new IllegalStateException(
        "two factors are named " + one.name() + ": " + one + ", " + other);
  }

  public Environment {
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }

  /** All factors, by name. */
  public static List<Factor> factors() {
    return List.copyOf(FACTORS.values());
  }

  /** The factor of that name; empty for environment variables. */
  public static Optional<Factor> factor(String name) {
    return Optional.ofNullable(FACTORS.get(name));
  }

  /** The base level of each factor, and a variable that no program has a use for. */
  public static Environment base() {
    SortedMap<String, String> levels = new TreeMap<>();
    FACTORS.values().forEach(factor -> levels.put(factor.name(), factor.base()));
    levels.put(VARIABLE + "LARKSPUR_BADGE", "heron-5521-teal");
    return new Environment(levels);
  }

  /** The base but for these levels, of which it is not asked whether they can be had. */
  public static Environment differing(Map<String, String> levels) {
    SortedMap<String, String> all = new TreeMap<>(base().levels());
    all.putAll(levels);
    return new Environment(all);
  }

  /**
   * The same but for one factor.
   *
   * @throws InputException if there is no such factor or level
   */
  public Environment with(String factor, String level) {
    int by = level.lastIndexOf(BY);
    String aspect = by < 0 ? "" : level.substring(by + BY.length());
    return isAspect(aspect, factor)
        ? replaced(aspect, level.substring(0, by))
        : replaced(factor, level);
  }

  private Environment replaced(String factor, String level) {
    SortedMap<String, String> changed = new TreeMap<>(levels);
    changed.put(factor, level);
    furnish(new Scene(), factor, level);
    return new Environment(changed);
  }

  /**
   * The levels with each aspect joined to its factor: {@code timezone} is then {@code Asia/Tokyo by
   * timezone-file}, where the file alone says so. {@link #with} understands such levels.
   */
  public SortedMap<String, String> joined() {
    SortedMap<String, String> joined = new TreeMap<>(levels);
    for (Factor aspect : FACTORS.values()) {
      String level = levels.getOrDefault(aspect.name(), aspect.base());
      aspect
          .aspectOf()
          .ifPresent(factor -> {
            joined.remove(aspect.name());
            if (!level.equals(aspect.base())) {
              joined.put(factor, level + BY + aspect.name());
            }
          });
    }
    return joined;
  }

  /**
   * The levels of some factors, each with its aspects joined to it. The level of an environment
   * variable is what it holds in the end, whichever factor sets it; empty if none does.
   */
  public SortedMap<String, String> of(Collection<String> factors) {
    SortedMap<String, String> joined = joined();
    SortedMap<String, String> levels = new TreeMap<>();
    Optional<Scene> scene = Optional.empty();
    for (String factor : factors) {
      if (factor.startsWith(VARIABLE)) {
        scene = scene.or(() -> Optional.of(asFarAsItCanBeHad()));
        levels.put(
            factor, scene.orElseThrow().variable(factor.substring(VARIABLE.length())).orElse(""));
      } else {
        levels.put(factor, joined.getOrDefault(factor, ""));
      }
    }
    return levels;
  }

  /** Levels of other people's reports need not be any. */
  private Scene asFarAsItCanBeHad() {
    Scene scene = new Scene();
    levels.forEach((factor, level) -> {
      try {
        furnish(scene, factor, level);
      } catch (InputException e) {
        // sets no variable
      }
    });
    return scene;
  }

  private static boolean isAspect(String name, String factor) {
    Factor aspect = FACTORS.get(name);
    return aspect != null && aspect.aspectOf().equals(Optional.of(factor));
  }

  /** The levels that are not those of the base. */
  public SortedMap<String, String> differing() {
    SortedMap<String, String> base = base().levels();
    SortedMap<String, String> differing = new TreeMap<>(levels);
    differing.entrySet().removeIf(level -> level.getValue().equals(base.get(level.getKey())));
    return differing;
  }

  /** The world that these levels make. */
  public Scene scene() {
    Scene scene = new Scene();
    levels.forEach((factor, level) -> furnish(scene, factor, level));
    return scene;
  }

  private static void furnish(Scene scene, String name, String level) {
    if (name.startsWith(VARIABLE)) {
      scene.named(name.substring(VARIABLE.length()), level);
      return;
    }
    Factor factor = FACTORS.get(name);
    if (factor == null) {
      throw unknown(name);
    }
    factor.furnish(scene, level);
  }

  /**
   * Refuses what is no factor.
   *
   * @throws InputException naming those that there are
   */
  public static void require(String factor) {
    if (!FACTORS.containsKey(factor) && !factor.startsWith(VARIABLE)) {
      throw unknown(factor);
    }
  }

  private static InputException unknown(String name) {
    List<String> known = new ArrayList<>(FACTORS.keySet());
    known.add(VARIABLE + "NAME");
    return new InputException(
        "There is no factor " + name + ". The factors are " + String.join(", ", known) + ".");
  }
}
