package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The verdict is that of the rules in docs/audit.md, and its reasons are those of the findings. */
@AutoService(Coherence.class)
public final class VerdictFollows implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    Report expected = report.expected();
    Optional<String> stated = report.root().optional("verdict").map(At::text);
    Optional<String> due = expected.verdict().map(Verdict::word);
    if (!stated.equals(due)) {
      flaws.accept(
          report
              .root()
              .get("verdict")
              .flaw(
                  "says %s, and what was found makes it %s: %s"
                      .formatted(
                          stated.orElse("nothing"),
                          due.orElse("none"),
                          expected.reasons().getFirst())));
    } else if (report.isOurs()) {
      reasons(report.root(), expected.reasons(), flaws);
    }
  }

  private static void reasons(At root, List<String> due, Consumer<Flaw> flaws) {
    List<At> stated = root.each("reasons");
    for (int i = 0; i < stated.size(); i++) {
      if (i >= due.size()) {
        flaws.accept(stated.get(i).flaw("a reason that nothing in the report gives"));
        return;
      }
      if (!stated.get(i).text().equals(due.get(i))) {
        flaws.accept(stated.get(i).flaw("what was found makes it: " + due.get(i)));
        return;
      }
    }
    if (stated.size() < due.size()) {
      flaws.accept(root.get("reasons").flaw("leaves out: " + due.get(stated.size())));
    }
  }
}
