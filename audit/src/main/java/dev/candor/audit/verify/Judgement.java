package dev.candor.audit.verify;

import dev.candor.audit.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import tools.jackson.databind.JsonNode;

/**
 * What is said of a report by itself.
 *
 * @param claim of what it speaks, and its verdict; empty where it violates the schema
 * @param reported empty where it violates the schema, or tells what cannot be
 */
record Judgement(
    List<String> claim,
    List<String> held,
    List<Flaw> flaws,
    List<String> notes,
    Optional<Reported> reported) {
  /** A report in which everything is wrong needs no longer list. */
  static final int MOST_FLAWS = 100;

  /**
   * Schema first, then whether its members agree.
   *
   * @param engine that looks
   */
  static Judgement of(JsonNode report, Engine engine) {
    Optional<Flaw> violation = ReportSchema.violation(report);
    if (violation.isPresent()) {
      return new Judgement(
          List.of(), List.of(), List.of(violation.get()), List.of(), Optional.empty());
    }
    List<String> held = new ArrayList<>();
    held.add("The report satisfies the published schema.");
    List<Flaw> flaws = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<Reported> reported = Optional.empty();
    try {
      Reported told = new Reported(report, engine);
      reported = Optional.of(told);
      ServiceLoader.load(Coherence.class, Coherence.class.getClassLoader())
          .forEach(one -> one.check(told, flaws::add));
      if (!told.isOurs()) {
        notes.add(
            "Candor %s wrote it; that its reasons and mechanisms follow can be told by that version only."
                .formatted(told.root().get("engine").text("version")));
      }
    } catch (IllegalArgumentException e) {
      flaws.add(new Flaw("report as a whole", "tells what cannot be: " + e.getMessage()));
    }
    if (flaws.isEmpty()) {
      held.add("Its members agree with each other, and its verdict follows from what was found.");
    }
    return new Judgement(
        claim(report),
        held,
        List.copyOf(flaws.subList(0, Math.min(MOST_FLAWS, flaws.size()))),
        notes,
        reported);
  }

  private static List<String> claim(JsonNode report) {
    List<String> claim = new ArrayList<>();
    claim.add(report.path("subject").path("purl").asString());
    report
        .path("subject")
        .path("digest")
        .forEachEntry((algorithm, hex) -> claim.add(algorithm + ":" + hex.asString()));
    claim.add(report.path("verdict").asString("no verdict"));
    return claim;
  }
}
