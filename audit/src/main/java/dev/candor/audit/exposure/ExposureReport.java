package dev.candor.audit.exposure;

import dev.candor.audit.Engine;
import dev.candor.audit.exposure.Exposure.Answer;
import dev.candor.core.InputException;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.recipe.Recipes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What known mechanisms would make of an environment. */
public record ExposureReport(List<Exposure> exposures, Engine engine, Instant created) {
  public ExposureReport {
    exposures = List.copyOf(exposures);
  }

  /**
   * @param given levels by factor, which count in the place of what the machine says
   * @throws InputException if a given factor means nothing
   */
  public static ExposureReport of(
      List<Mechanism> mechanisms,
      Map<String, String> given,
      Machine machine,
      Engine engine,
      Instant now) {
    given.keySet().forEach(Environment::require);
    return new ExposureReport(
        mechanisms.stream()
            .map(mechanism -> Exposure.of(mechanism, readings(mechanism, given, machine)))
            .toList(),
        engine,
        now);
  }

  private static List<Reading> readings(
      Mechanism mechanism, Map<String, String> given, Machine machine) {
    List<String> variables =
        Recipes.of(mechanism.purl())
            .flatMap(Recipe::endpoint)
            .map(endpoint -> List.of(endpoint.variable()))
            .orElse(List.of());
    return mechanism.factors().stream()
        .map(factor -> {
          String level = given.get(factor);
          return level == null ? machine.read(factor, variables) : given(factor, level);
        })
        .toList();
  }

  private static Reading given(String factor, String level) {
    String source = "--environment";
    if (level.equals(Factor.NONE) || level.isEmpty()) {
      return new Reading.Absent(factor, source);
    }
    return factor.startsWith("timezone")
        ? new Reading.Found(factor, Machine.named(level), source)
        : new Reading.Found(factor, level, source);
  }

  /** Whether any mechanism would mark it; unknown where none surely does and one may. */
  public Answer marked() {
    List<Answer> answers = exposures.stream().map(Exposure::marked).toList();
    return answers.contains(Answer.YES)
        ? Answer.YES
        : answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
  }
}
