package dev.candor.cli;

import dev.candor.audit.Engine;
import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.DailyExchanges;
import dev.candor.campaign.detect.Detection;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.html.CampaignPage;
import dev.candor.campaign.html.Origin;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.report.TableFormat;
import dev.candor.campaign.report.Tables;
import dev.candor.core.Count;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Finds accounts that act together in exchange logs. */
record CampaignsDetectCommand(Console console) implements Command {
  private static final String OUTPUT = "--output";
  private static final String TABLES = "--tables";
  private static final String HTML = "--html";
  private static final String SMALLEST = "--smallest";
  private static final String DECOYS = "--decoys";
  private static final String SUMMARY = "%-14s %8s %10s  %-10s %-10s %6s %9s%n";
  private static final int SHOWN = 20;

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
    RejectsArguments.declare(spec);
    EngineArguments.declare(spec);
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
    Findings findings;
    Rejects rejects;
    Optional<DailyExchanges> daily;
    try (ProgressLine line = new ProgressLine(console)) {
      line.stage("reading the logs");
      try (ExchangeLog log =
          ExchangeLog.open(
              CampaignArguments.logs(arguments),
              List.of(),
              EngineArguments.of(arguments),
              Instant.now())) {
        line.stage("looking for campaigns");
        findings = Detection.of(log, options);
        rejects = log.rejects();
        daily = page.map(any -> DailyExchanges.of(log, findings, CampaignPage.IN_FULL));
      }
      Tables.write(findings, folder, format);
    }
    Origin origin = origin(arguments, options);
    daily.ifPresent(days ->
        page.ifPresent(
            file -> file.write(out -> CampaignPage.write(findings, days, rejects, origin, out))));
    told.accept(rejects);
    print(console.results(), findings);
    return findings.campaigns().isEmpty() ? ExitStatus.NOTHING_COVERT : ExitStatus.COVERT;
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

  private static void print(PrintWriter out, Findings findings) {
    long members = findings.campaigns().stream().mapToLong(c -> c.members().size()).sum();
    out.printf(
        Locale.ROOT,
        "%s with %d of %s, in %s%n",
        Count.of(findings.campaigns().size(), "campaign"),
        members,
        Count.of(findings.accounts(), "account"),
        Count.of(findings.exchanges(), "exchange"));
    if (!findings.campaigns().isEmpty()) {
      out.println();
      out.printf(
          SUMMARY, "campaign", "accounts", "exchanges", "first", "last", "score", "by chance");
      findings.campaigns().stream().limit(SHOWN).forEach(campaign -> line(out, campaign));
      findings.campaigns().stream().limit(3).forEach(campaign -> evidence(out, campaign));
      out.println();
      out.println(
          "What accounts have in common is no proof of abuse: a person has to look at each campaign"
              + " before anybody is banned.");
    }
    if (!findings.resold().isEmpty()) {
      out.println();
      int resold = findings.resold().size();
      out.println(
          resold == 1
              ? "1 account seems to be used by several people (no campaign)"
              : resold + " accounts seem to be used by several people each (no campaign)");
    }
    findings.notes().forEach(note -> out.println(Visible.of(note)));
    out.flush();
  }

  private static void line(PrintWriter out, Campaign campaign) {
    out.printf(
        Locale.ROOT,
        SUMMARY,
        campaign.name(),
        campaign.members().size(),
        campaign.exchanges(),
        campaign.first().toString().substring(0, 10),
        campaign.last().toString().substring(0, 10),
        String.format(Locale.ROOT, "%.1f", campaign.score()),
        String.format(Locale.ROOT, "<= %.2f", campaign.expectedFalse()));
  }

  private static void evidence(PrintWriter out, Campaign campaign) {
    out.println();
    out.println(campaign.name());
    campaign.evidence().forEach(words -> out.println("  - " + Visible.of(words)));
  }
}
