package dev.candor.cli;

import dev.candor.campaign.evaluate.AccountFile;
import dev.candor.campaign.evaluate.Baseline;
import dev.candor.campaign.evaluate.Evaluation;
import dev.candor.campaign.evaluate.Labels;
import dev.candor.campaign.evaluate.Share;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.text.Visible;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** How well campaigns were found in a log with labels. */
record CampaignsEvaluateCommand(Console console) implements Command {
  private static final String LABELS = "--labels";
  private static final String MEMBERS = "--members";
  private static final int WIDEST_KIND = 20;

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Compares the members that detect wrote with labels: precision, recall and false bans, with"
          + " their 95 % intervals.",
      "With the LOG that was searched, simpler methods are run on it as well, each with the setting"
          + " that does best on the labels."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    CampaignArguments.logs(spec, "0..*");
    spec.addOption(
        Options.value(LABELS, Path.class, "FILE", "Account, campaign and kind of each account.")
            .required(true)
            .build());
    spec.addOption(
        Options.value(MEMBERS, Path.class, "FILE", "The members that detect wrote.")
            .required(true)
            .build());
    EngineArguments.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    Labels labels = AccountFile.labels(Options.path(arguments, LABELS).orElseThrow());
    Map<String, String> members =
        AccountFile.members(Options.path(arguments, MEMBERS).orElseThrow());
    PrintWriter out = console.results();
    print(out, Evaluation.of(labels, members));
    List<Path> logs = CampaignArguments.logs(arguments);
    if (!logs.isEmpty()) {
      try (ExchangeLog log =
          ExchangeLog.open(logs, List.of(), EngineArguments.of(arguments), Instant.now())) {
        for (Baseline baseline : Baseline.all()) {
          baseline(out, baseline, log, labels);
        }
      }
    }
    out.flush();
    return ExitStatus.NOTHING_COVERT;
  }

  private static void baseline(PrintWriter out, Baseline baseline, ExchangeLog log, Labels labels) {
    try {
      baseline.find(log).stream()
          .max(Comparator.comparingDouble(variant -> Evaluation.of(labels, variant.members()).f1()))
          .ifPresent(best -> {
            out.println();
            out.printf("%s, %s%n", baseline.name(), best.setting());
            print(out, Evaluation.of(labels, best.members()));
          });
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  private static void print(PrintWriter out, Evaluation evaluation) {
    share(out, "accounts: precision", evaluation.precision());
    share(out, "accounts: recall", evaluation.recall());
    out.printf(Locale.ROOT, "%-34s %7.4f%n", "accounts: F1", evaluation.f1());
    share(out, "campaigns: precision", evaluation.campaignPrecision());
    share(out, "campaigns: recall", evaluation.campaignRecall());
    share(out, "false bans", evaluation.falseBans());
    evaluation
        .byKind()
        .forEach((kind, share) -> share(out, "  of " + Visible.of(kind, WIDEST_KIND), share));
    if (evaluation.unlabelled() > 0) {
      out.println(
          evaluation.unlabelled() == 1
              ? "1 member has no label; it counts as false"
              : evaluation.unlabelled() + " members have no label; they count as false");
    }
  }

  private static void share(PrintWriter out, String name, Share share) {
    out.printf(
        Locale.ROOT,
        "%-34s %7s  %-17s %10s of %d%n",
        name,
        share.of() == 0 ? "-" : String.format(Locale.ROOT, "%.4f", share.value()),
        String.format(Locale.ROOT, "%.4f to %.4f", share.low(), share.high()),
        share.count(),
        share.of());
  }
}
