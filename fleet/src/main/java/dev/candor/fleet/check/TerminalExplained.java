package dev.candor.fleet.check;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.terminal.Page;
import dev.candor.audit.terminal.Paint;
import dev.candor.policy.Action;
import dev.candor.policy.Clause;
import dev.candor.policy.Explanation;
import dev.candor.policy.Facts;
import dev.candor.policy.Outcome;
import dev.candor.policy.Truth;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Why a policy decides as it does, for a person: the rule that decided first. */
@AutoService(ExplainedFormat.class)
public final class TerminalExplained implements ExplainedFormat {
  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(PolicyExplained explained, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    boolean first = true;
    for (Explanation one : explained.explanations()) {
      if (!first) {
        page.blank();
      }
      first = false;
      explanation(page, one, explained.policy().zone(), options.all());
    }
    page.flush();
  }

  private static void explanation(Page page, Explanation one, ZoneId zone, boolean all) {
    Action action = one.decision().action();
    page.heading(
        action == Action.DENY ? Paint.ALARM : action == Action.WARN ? Paint.DOUBT : Paint.CALM,
        DecisionWords.decided(one.decision(), zone) + ": " + one.decision().why());
    Facts facts = one.facts();
    page.field("product", facts.product().text());
    field(page, "tool", facts.tool());
    field(page, "version", facts.version());
    field(page, "machine", facts.machine());
    field(page, "path", facts.path());
    field(page, "upstream", facts.upstream().filter(it -> !it.isEmpty()));
    field(page, "means", facts.means());
    page.field("moment", DecisionWords.moment(one.at(), zone) + " " + zone);
    one.decision().replacement().ifPresent(it -> page.field("instead", it));
    for (Outcome outcome : one.rules()) {
      // Rules for other products are many, and say nothing here.
      boolean other =
          outcome.clauses().stream()
              .anyMatch(it -> it.name().equals("product") && it.truth() == Truth.NO);
      if (all || !other) {
        rule(page, outcome);
      }
    }
  }

  private static void rule(Page page, Outcome outcome) {
    page.blank();
    page.heading(
        Paint.BOLD,
        "%s (%s, rank %d): %s"
            .formatted(
                outcome.rule().id(),
                outcome.rule().action().word(),
                outcome.rule().rank(),
                outcome.state().word()));
    switch (outcome.state()) {
      case NOT_YET, OVER, WAIVED -> page.aside(outcome.why());
      case DECIDES, MATCHES, UNDECIDED, DIFFERS -> {}
    }
    for (Clause clause : outcome.clauses()) {
      String sign =
          switch (clause.truth()) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "not known";
          };
      page.field(clause.name(), sign + ": " + clause.why());
    }
  }

  private static void field(Page page, String label, Optional<String> value) {
    value.ifPresent(it -> page.fields(label, List.of(it)));
  }
}
