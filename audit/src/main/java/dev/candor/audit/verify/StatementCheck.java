package dev.candor.audit.verify;

import dev.candor.audit.attest.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Whether a signed payload is a statement on the report that it holds. */
final class StatementCheck {
  private StatementCheck() {}

  /** What is wrong with the frame; without a fault in it, the predicate is a report. */
  static List<Flaw> frame(JsonNode statement) {
    List<Flaw> flaws = new ArrayList<>();
    is(statement, "_type", Statement.TYPE, flaws::add);
    is(statement, "predicateType", Statement.PREDICATE_TYPE, flaws::add);
    if (!statement.path("predicate").isObject()) {
      flaws.add(new Flaw("statement /predicate", "no report"));
    }
    if (!statement.path("subject").isArray()) {
      flaws.add(new Flaw("statement /subject", "no list of subjects"));
    }
    return flaws;
  }

  private static void is(JsonNode from, String member, String due, Consumer<Flaw> flaws) {
    if (!from.path(member).isString() || !from.path(member).asString().equals(due)) {
      flaws.accept(new Flaw("statement /" + member, "is not " + due));
    }
  }

  /** Whether it names what the report names, and nothing else. */
  static List<Flaw> subjects(JsonNode statement, JsonNode report) {
    List<Flaw> flaws = new ArrayList<>();
    List<JsonNode> due = Statement.subjects(report);
    JsonNode stated = statement.path("subject");
    if (stated.size() != due.size()) {
      flaws.add(
          new Flaw(
              "statement /subject",
              "names %d artifacts, and the report %d".formatted(stated.size(), due.size())));
    }
    for (int i = 0; i < Math.min(stated.size(), due.size()); i++) {
      if (!stated.get(i).path("name").asString("").equals(due.get(i).path("purl").asString(""))) {
        flaws.add(
            new Flaw("statement /subject/" + i + "/name", "not the package that the report names"));
      }
      if (!stated.get(i).path("digest").equals(due.get(i).path("digest"))) {
        flaws.add(
            new Flaw("statement /subject/" + i + "/digest", "not the digest that the report has"));
      }
    }
    return flaws;
  }
}
