package dev.candor.cli;

import dev.candor.cli.recall.Board;
import dev.candor.cli.recall.Count;
import dev.candor.cli.recall.Examined;
import dev.candor.cli.recall.Measure;
import dev.candor.cli.recall.Rewritten;
import dev.candor.cli.recall.Score;
import dev.candor.cli.recall.TableRecall;
import dev.candor.specimens.Specimen;
import dev.candor.specimens.Specimens;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Scans all specimens and tells how much of what they hold was found. */
record SpecimenEvaluateCommand(Console console) implements Command {
  private static final String FILES = "--files";
  private static final String APART = "--apart";
  private static final String TABLES = "%-20s %7s %9s %7s %9s %5s %10s%n";
  private static final String SCORES = "%-30s %9s %14s %14s %14s %14s %12s%n";
  private static final String PRECISION = "%-20s %9s %9s %9s%n";

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Scans all specimens; prints recall and precision of tables by way of hiding, of probes,",
      "encoders and flows by trigger, carrier and shape, and what was missed or is false."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    SeedArgument.declare(spec);
    Options.flag(
        spec, APART, "Scan each specimen by itself instead of all in one go; takes longer.");
    spec.addOption(
        Options.value(
                FILES,
                Path.class,
                "FOLDER",
                "Scan the files in FOLDER/NAME instead of those of the specimen of that name.")
            .build());
  }

  @Override
  public int run(ParseResult arguments) {
    List<Specimen> made = Specimens.all(SeedArgument.of(arguments));
    List<Specimen> specimens =
        Options.path(arguments, FILES).map(folder -> Rewritten.in(folder, made)).orElse(made);
    List<Examined> examined =
        arguments.hasMatchedOption(APART)
            ? Examined.apart(specimens)
            : Examined.together(specimens);
    PrintWriter results = console.results();
    tables(results, TableRecall.of(examined));
    board(results, Board.of(examined));
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }

  private static void tables(PrintWriter results, Map<String, TableRecall> byHiding) {
    results.printf(
        TABLES, "hiding", "tables", "recovered", "recall", "reported", "junk", "precision");
    byHiding.forEach((hiding, recall) -> table(results, hiding, recall));
    TableRecall total = TableRecall.total(byHiding);
    table(results, "all", total);
    total.remarks().forEach(results::println);
  }

  private static void table(PrintWriter results, String hiding, TableRecall r) {
    results.printf(
        TABLES,
        hiding,
        r.tables(),
        r.recovered(),
        share(r.recall()),
        r.reported(),
        r.junk(),
        share(r.precision()));
  }

  private static void board(PrintWriter results, Board board) {
    scores(results, "trigger", board.byTrigger());
    scores(results, "carrier", board.byCarrier());
    scores(results, "shape", board.byShape());
    scores(results, "total", Map.of("all", board.total()));
    results.println();
    results.printf(PRECISION, "precision", "reported", "false", "precision");
    for (Measure measure : List.of(Measure.PROBES, Measure.ENCODERS, Measure.FLOWS)) {
      Count count = board.total().count(measure);
      results.printf(
          PRECISION,
          measure.name().toLowerCase(Locale.ROOT),
          count.reported(),
          count.wrong(),
          share(count.precision()));
    }
    board.total().remarks().forEach(results::println);
  }

  /** The cells hold recall, then found of wanted; the last one what is false. */
  private static void scores(PrintWriter results, String by, Map<String, Score> scores) {
    results.println();
    results.printf(
        SCORES, by, "specimens", "probes", "compared", "encoders", "flows", "false p/e/f");
    scores.forEach((name, score) ->
        results.printf(
            SCORES,
            name,
            score.specimens(),
            cell(score, Measure.PROBES),
            cell(score, Measure.COMPARED),
            cell(score, Measure.ENCODERS),
            cell(score, Measure.FLOWS),
            score.count(Measure.PROBES).wrong()
                + "/"
                + score.count(Measure.ENCODERS).wrong()
                + "/"
                + score.count(Measure.FLOWS).wrong()));
  }

  private static String cell(Score score, Measure measure) {
    Count count = score.count(measure);
    return count.wanted() == 0
        ? "-"
        : share(count.recall()) + " " + count.found() + "/" + count.wanted();
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
