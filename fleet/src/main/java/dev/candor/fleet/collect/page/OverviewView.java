package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Answers;
import dev.candor.fleet.collect.store.ChangeAnswers;
import dev.candor.fleet.collect.store.ViolationAnswers.RuleCount;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first page.
 *
 * @param silent machines that have sent nothing for a week
 * @param changes of a week, those on most machines
 */
record OverviewView(
    long machines,
    long newMachines,
    long silent,
    List<Answers.ToolCount> tools,
    List<RuleCount> rules,
    List<ChangeAnswers.Count> changes) {
  static final Duration WEEK = Duration.ofDays(7);

  private static final int MOST_CHANGES = 20;

  static OverviewView of(Answers answers, Instant now) throws SQLException {
    Instant week = now.minus(WEEK);
    List<ChangeAnswers.Count> changes = answers.changes().counts(week);
    return new OverviewView(
        answers.machines(),
        answers.changes().newMachines(week),
        answers.silentSince(week),
        answers.tools(),
        answers.violations().rules(),
        changes.subList(0, Math.min(MOST_CHANGES, changes.size())));
  }

  /** The gravest thing there is, in the policy's word. */
  Optional<String> gravest() {
    return rules.stream().map(RuleCount::effect).findFirst();
  }

  /** Of all machines of that many, which nobody can tell by adding up rules. */
  long installationsAgainst() {
    return rules.stream().mapToLong(RuleCount::installations).sum();
  }
}
