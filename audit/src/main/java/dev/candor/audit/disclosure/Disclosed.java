package dev.candor.audit.disclosure;

import dev.candor.audit.Report;
import dev.candor.audit.observed.Observed;
import dev.candor.core.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An audit held against what the vendor declares. It changes no verdict: what a reader of the
 * traffic does not notice is not noticed either where somebody else has said so.
 *
 * @param mismatch why the disclosure does not speak of this package; then it covers nothing
 * @param all what the audit showed: signals first
 * @param notes what a reader should know, one sentence each
 */
public record Disclosed(
    Disclosure disclosure, Optional<String> mismatch, List<Covered> all, List<String> notes) {
  /** Parts that are named of what is open. */
  private static final int OPEN = 3;

  public Disclosed {
    all = List.copyOf(all);
    notes = List.copyOf(notes);
  }

  /** What a disclosure covers of a report. */
  public static Disclosed of(Disclosure disclosure, Report report) {
    Optional<String> mismatch = disclosure.mismatch(report.subject());
    List<Claim> statements =
        mismatch.isPresent() ? List.of() : disclosure.statements().stream().map(Claim::of).toList();
    List<Covered> all =
        report.observed().stream()
            .flatMap(observed -> Disclosable.all(observed).stream())
            .map(one -> covered(one, statements))
            .toList();
    return new Disclosed(disclosure, mismatch, all, notes(disclosure, report));
  }

  /** What a report shows, held against nothing. */
  public static List<Covered> shown(Report report) {
    return report.observed().stream()
        .flatMap(observed -> Disclosable.all(observed).stream())
        .map(one -> covered(one, List.of()))
        .toList();
  }

  private static Covered covered(Disclosable shown, List<Claim> statements) {
    SortedSet<Integer> declaring = new TreeSet<>();
    List<String> open = new ArrayList<>();
    for (Sending sending : shown.sendings()) {
      boolean declared = false;
      for (int i = 0; i < statements.size(); i++) {
        if (statements.get(i).covers(sending, shown.manners())) {
          declaring.add(i + 1);
          declared = true;
        }
      }
      if (!declared && open.size() < OPEN) {
        open.add(words(sending));
      }
    }
    return new Covered(
        shown.kind(), shown.id(), shown.words(), shown.unnoticed(), List.copyOf(declaring), open);
  }

  private static String words(Sending sending) {
    return "%s in %s, %s to %s"
        .formatted(
            sending.fact(),
            sending.request(),
            sending.spot().words(),
            sending.destination().orElse("a destination that the report does not name"));
  }

  private static List<String> notes(Disclosure disclosure, Report report) {
    List<String> notes = new ArrayList<>();
    if (Disclosure.isUnnamed(report.subject())) {
      notes.add(
          "What was looked at is a file without a name and version; whether the disclosure speaks"
              + " of it was not checked.");
    }
    if (report.observed().isEmpty()) {
      notes.add("Nothing was run, so that nothing was seen that could be declared.");
    }
    int unreadable = report.observed().map(Observed::unreadable).orElse(List.of()).size();
    if (unreadable > 0) {
      notes.add(
          "What stands in "
              + Count.of(unreadable, "kind")
              + " of bodies that nobody can read could not be held against it.");
    }
    for (int i = 0; i < disclosure.statements().size(); i++) {
      List<String> unknown = disclosure.statements().get(i).unknown();
      if (!unknown.isEmpty()) {
        notes.add(
            "Statement %d names %s, which this Candor does not vary."
                .formatted(i + 1, String.join(", ", unknown)));
      }
    }
    return notes;
  }

  public List<Covered> covered() {
    return all.stream().filter(Covered::isCovered).toList();
  }

  public List<Covered> uncovered() {
    return all.stream().filter(one -> !one.isCovered()).toList();
  }

  /**
   * How many things that were seen a statement declares, or a part of them.
   *
   * @param number from 1
   */
  public int seen(int number) {
    return (int) all.stream().filter(one -> one.statements().contains(number)).count();
  }

  /** What is said of that fingerprint; empty where the report does not have it. */
  public Optional<Covered> of(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
