package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.audit.disclosure.Covered;
import dev.candor.audit.disclosure.Disclosed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a vendor's disclosure covers is what its statements cover of what was found. */
@AutoService(Coherence.class)
public final class DisclosureFollows implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    Optional<Disclosed> due = report.expected().disclosed();
    if (due.isEmpty()) {
      return;
    }
    At stated = report.root().get("disclosure");
    if (stated.has("mismatch") != due.get().mismatch().isPresent()) {
      flaws.accept(
          stated
              .get("mismatch")
              .flaw("whether the disclosure speaks of this package and version is otherwise"));
      return;
    }
    list(stated, "uncovered", due.get().uncovered(), flaws);
    list(stated, "covered", due.get().covered(), flaws);
    List<At> statements = stated.each("statements");
    for (int i = 0; i < statements.size(); i++) {
      int seen = due.get().seen(i + 1);
      if (statements.get(i).whole("seen") != seen) {
        flaws.accept(statements.get(i).get("seen").flaw("of what was found, it declares " + seen));
        return;
      }
    }
  }

  private static void list(At stated, String member, List<Covered> due, Consumer<Flaw> flaws) {
    List<At> all = stated.each(member);
    for (int i = 0; i < Math.min(all.size(), due.size()); i++) {
      boolean same =
          all.get(i).text("id").equals(due.get(i).id())
              && all.get(i).texts("statements").equals(numbers(due.get(i)));
      if (!same) {
        flaws.accept(all.get(i).flaw("what the statements cover makes it: " + words(due.get(i))));
        return;
      }
    }
    if (all.size() > due.size()) {
      flaws.accept(all.get(due.size()).flaw("the statements make it no part of this list"));
    } else if (all.size() < due.size()) {
      flaws.accept(stated.get(member).flaw("leaves out: " + words(due.get(all.size()))));
    }
  }

  private static List<String> numbers(Covered covered) {
    return covered.statements().stream().map(String::valueOf).toList();
  }

  private static String words(Covered covered) {
    return covered.words() + ", by statements " + covered.statements();
  }
}
