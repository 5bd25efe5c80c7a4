package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.audit.suppression.Suppressed;
import dev.candor.audit.suppression.Suppressed.Status;
import dev.candor.audit.suppression.Suppression;
import dev.candor.audit.suppression.Suppressions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is said to be suppressed is a finding of the report, and what is said to match none is none.
 */
@AutoService(Coherence.class)
public final class SuppressionsFollow implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    List<At> stated = report.root().each("suppressions");
    List<Suppression> all = stated.stream().map(SuppressionsFollow::suppression).toList();
    // Before any of them ends: when it was looked at is not in the report to the day.
    Suppressed due = Suppressed.of(new Suppressions(all, LocalDate.MIN), report.expected());
    for (int i = 0; i < stated.size(); i++) {
      String status = stated.get(i).text("status");
      boolean isThere = due.entries().get(i).status() == Status.APPLIED;
      if (!status.equals(Status.EXPIRED.word())
          && isThere != status.equals(Status.APPLIED.word())) {
        flaws.accept(
            stated
                .get(i)
                .get("status")
                .flaw(
                    isThere
                        ? "the report has such a finding"
                        : "the report has no such finding, so that nothing is suppressed"));
        return;
      }
    }
  }

  private static Suppression suppression(At from) {
    return new Suppression(
        from.text("rule"),
        from.text("fingerprint"),
        from.optional("path").map(At::text),
        from.text("reason"),
        day(from.text("expires")),
        from.text("by"));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.equals("never") ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expires is no day", e);
    }
  }
}
