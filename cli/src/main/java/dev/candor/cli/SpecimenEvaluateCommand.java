package dev.candor.cli;

import dev.candor.specimens.Specimens;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Scans all specimens and tells how much of what they hide was found. */
record SpecimenEvaluateCommand(Console console) implements Command {
  private static final String ROW = "%-20s %7s %9s %7s %9s %5s %10s%n";

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Scans all specimens; prints recall and precision for each way of hiding."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    SeedArgument.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    Map<String, Recall> byHiding = Recall.of(Specimens.all(SeedArgument.of(arguments)));
    PrintWriter results = console.results();
    results.printf(ROW, "hiding", "tables", "recovered", "recall", "reported", "junk", "precision");
    byHiding.forEach((hiding, recall) -> print(results, hiding, recall));
    Recall total = Recall.total(byHiding);
    print(results, "all", total);
    total.remarks().forEach(results::println);
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }

  private static void print(PrintWriter results, String hiding, Recall r) {
    results.printf(
        ROW,
        hiding,
        r.tables(),
        r.recovered(),
        String.format(Locale.ROOT, "%.3f", r.recall()),
        r.reported(),
        r.junk(),
        String.format(Locale.ROOT, "%.3f", r.precision()));
  }
}
