package dev.candor.cli;

import dev.candor.audit.Engine;
import dev.candor.campaign.detect.DailyExchanges;
import dev.candor.campaign.detect.Detection;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.detect.KeptSums;
import dev.candor.campaign.detect.SqlEngine;
import dev.candor.campaign.html.CampaignPage;
import dev.candor.campaign.html.Origin;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.log.Resources;
import dev.candor.campaign.report.Summary;
import dev.candor.campaign.report.TableFormat;
import dev.candor.campaign.report.Tables;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Finds accounts that act together in exchange logs. */
record CampaignsDetectCommand(Console console) implements Command {
  private static final String OUTPUT = "--output";
  private static final String TABLES = "--tables";
  private static final String HTML = "--html";
  private static final String SUMS = "--sums";
  private static final String SMALLEST = "--smallest";
  private static final String DECOYS = "--decoys";

  @Override
  public String name() {
    return "detect";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Finds accounts that act together in exchange logs, and says why for each.",
      "It shows what accounts have in common. Whether that is abuse a person has to decide.",
      "The exit status is 1 when campaigns were found, else 0."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    CampaignArguments.logs(spec, "1..*");
    spec.addOption(
        Options.value(OUTPUT, Path.class, "FOLDER", "Where the tables go; made if need be.")
            .required(true)
            .build());
    spec.addOption(
        Options.value(
                TABLES,
                String.class,
                "FORMAT",
                "Format of the tables: ${COMPLETION-CANDIDATES}. Default: parquet.")
            .completionCandidates(
                () -> TableFormat.all().stream().map(TableFormat::name).iterator())
            .build());
    spec.addOption(
        Options.value(
                HTML,
                Path.class,
                "FILE",
                "Also write a page: each campaign with its evidence, timeline and graph.")
            .build());
    spec.addOption(
        Options.value(
                SMALLEST, Integer.class, "N", "Accounts of the smallest campaign. Default: 8.")
            .build());
    spec.addOption(
        Options.value(
                DECOYS, Integer.class, "N", "How often chance is tried, 1 to 100. Default: 4.")
            .build());
    spec.addOption(
        Options.value(
                SUMS,
                Path.class,
                "FILE",
                "Keep there what was summed up of each file, and read only files that are new.")
            .build());
    RejectsArguments.declare(spec);
    EngineArguments.declare(spec);
    SparkArguments.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    TableFormat format = TableFormat.named(Options.text(arguments, TABLES).orElse("parquet"));
    Path folder = folder(Options.path(arguments, OUTPUT).orElseThrow());
    dev.candor.campaign.detect.Options options =
        new dev.candor.campaign.detect.Options(
            from(arguments, SMALLEST, 8, 4, 1_000_000), from(arguments, DECOYS, 4, 1, 100));
    Consumer<Rejects> told = RejectsArguments.of(arguments, console);
    Optional<AtomicFile> page = Options.path(arguments, HTML).map(AtomicFile::new);
    if (SparkArguments.chosen(arguments)) {
      refuseWithSpark(arguments);
      return onSpark(arguments, format, folder, options);
    }
    Looked looked = looked(arguments, options, page.isPresent());
    Tables.write(looked.findings(), folder, format);
    Origin origin = origin(arguments, options);
    looked
        .daily()
        .ifPresent(days ->
            page.ifPresent(file ->
                file.write(out ->
                    CampaignPage.write(looked.findings(), days, looked.rejects(), origin, out))));
    told.accept(looked.rejects());
    Summary.print(console.results(), looked.findings());
    return looked.findings().campaigns().isEmpty() ? ExitStatus.NOTHING_COVERT : ExitStatus.COVERT;
  }

  /** What a log showed; by day where a page wants that. */
  private record Looked(Findings findings, Rejects rejects, Optional<DailyExchanges> daily) {
    static Looked at(
        SqlEngine engine,
        Rejects rejects,
        dev.candor.campaign.detect.Options options,
        boolean byDay) {
      Findings findings = Detection.of(engine, options);
      return new Looked(
          findings,
          rejects,
          byDay
              ? Optional.of(DailyExchanges.of(engine, findings, CampaignPage.IN_FULL))
              : Optional.empty());
    }
  }

  private Looked looked(
      ParseResult arguments, dev.candor.campaign.detect.Options options, boolean byDay) {
    List<Path> logs = CampaignArguments.logs(arguments);
    Resources resources = EngineArguments.of(arguments);
    Optional<Path> sums = Options.path(arguments, SUMS);
    try (ProgressLine line = new ProgressLine(console)) {
      line.stage("reading the logs");
      if (sums.isPresent()) {
        try (KeptSums kept = KeptSums.of(logs, sums.get(), resources, Instant.now(), line)) {
          line.stage("looking for campaigns");
          return Looked.at(kept.engine(), kept.rejects(), options, byDay);
        }
      }
      try (ExchangeLog log = ExchangeLog.open(logs, List.of(), resources, Instant.now())) {
        line.stage("looking for campaigns");
        return Looked.at(SqlEngine.of(log), log.rejects(), options, byDay);
      }
    }
  }

  private static void refuseWithSpark(ParseResult arguments) {
    for (String option : List.of(HTML, SUMS)) {
      if (arguments.hasMatchedOption(option)) {
        throw new InputException(
            "%s is not there with --engine spark. Leave out one of them.".formatted(option));
      }
    }
  }

  /** The child prints what this command would. */
  private int onSpark(
      ParseResult arguments,
      TableFormat format,
      Path folder,
      dev.candor.campaign.detect.Options options) {
    Resources resources = EngineArguments.of(arguments);
    List<String> handed = new ArrayList<>();
    for (Path log : CampaignArguments.logs(arguments)) {
      handed.add(log.toString().startsWith("-") ? "./" + log : log.toString());
    }
    handed.addAll(List.of(OUTPUT, folder.toString(), TABLES, format.name()));
    handed.addAll(List.of(SMALLEST, Integer.toString(options.smallest())));
    handed.addAll(List.of(DECOYS, Integer.toString(options.decoys())));
    handed.addAll(List.of("--spill", resources.spill().toString()));
    RejectsArguments.file(arguments)
        .ifPresent(file -> handed.addAll(List.of("--rejects", file.toString())));
    SparkProcess spark = SparkProcess.find(console);
    handed.addAll(SparkArguments.handed(arguments, resources.threads(), spark.installed()));
    return SparkProcess.run(spark.command(EngineArguments.ofAProcess(arguments), handed));
  }

  private static Origin origin(ParseResult arguments, dev.candor.campaign.detect.Options options) {
    List<String> asked = new ArrayList<>();
    asked.add("campaigns");
    asked.addAll(Invocation.of(arguments));
    asked.add(OUTPUT + "=FOLDER");
    Engine engine = Version.engine();
    return new Origin(
        asked,
        options,
        "%s %s, Java %s".formatted(engine.name(), engine.version(), engine.java()),
        Instant.now());
  }

  private static int from(ParseResult arguments, String option, int usual, int least, int most) {
    int value = arguments.matchedOptionValue(option, usual);
    if (value < least || value > most) {
      throw new InputException("%s takes a number from %d to %d.".formatted(option, least, most));
    }
    return value;
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(
          "cannot write into %s: %s. Name another folder.".formatted(folder, Failures.describe(e)),
          e);
    }
  }
}
