package dev.candor.cli;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.FolderTree;
import dev.candor.artifact.PackageReference;
import dev.candor.audit.Audit;
import dev.candor.audit.Report;
import dev.candor.audit.observed.Observer;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.cli.recall.AuditRecall;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Stop;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.trial.Lab;
import dev.candor.specimens.Noise;
import dev.candor.specimens.Specimen;
import dev.candor.specimens.SpecimenWriter;
import dev.candor.specimens.Specimens;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Audits specimens and tells how many verdicts are right. */
record SpecimenAuditCommand(Console console) implements Command {
  private static final String NOISE = "--noise";
  private static final String EVERY = "--every";
  private static final String MATCHING = "--matching";
  private static final String BUDGET = "--budget";

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Audits specimens as they are, and holds each verdict against the label.",
      "A line for each as it comes, then recall and precision. One takes about half a minute."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    SeedArgument.declare(spec);
    Options.flag(
        spec,
        NOISE,
        "Raise the noise: random order, ids, dates, extra requests, a fifth of the runs crash.");
    spec.addOption(
        Options.value(EVERY, Integer.class, "N", "Only each Nth specimen; default: all.").build());
    spec.addOption(
        Options.value(
                MATCHING, Pattern.class, "PATTERN", "Only specimens whose name has this in it.")
            .build());
    spec.addOption(
        Options.value(BUDGET, Integer.class, "N", "Trials for each; default: the audit's own.")
            .build());
  }

  @Override
  public int run(ParseResult arguments) {
    long seed = SeedArgument.of(arguments);
    int every = arguments.matchedOptionValue(EVERY, 1);
    Optional<Pattern> matching = Optional.ofNullable(arguments.matchedOptionValue(MATCHING, null));
    Optional<Integer> trials = Optional.ofNullable(arguments.matchedOptionValue(BUDGET, null));
    List<Specimen> all =
        Specimens.all(seed).stream()
            .filter(one -> matching.isEmpty() || matching.get().matcher(one.name()).find())
            .toList();
    Map<AuditRecall, Integer> counts = new EnumMap<>(AuditRecall.class);
    PrintWriter results = console.results();
    try (Lab lab = Lab.open()) {
      for (int i = 0; i < all.size(); i += Math.max(1, every)) {
        Specimen one = arguments.hasMatchedOption(NOISE) ? Noise.raised(all.get(i)) : all.get(i);
        Report report = audited(one, trials.map(Budget::trials).orElse(Budget.STANDARD), seed, lab);
        AuditRecall recall = AuditRecall.of(one, report);
        counts.merge(recall, 1, Integer::sum);
        results.println(line(one, report, recall));
      }
    }
    results.println(summary(counts));
    return ExitStatus.NOTHING_COVERT;
  }

  private static Report audited(Specimen specimen, Budget budget, long seed, Lab lab) {
    try {
      Path folder = Files.createTempDirectory("candor-specimen-");
      try {
        Path program = folder.resolve(specimen.name());
        SpecimenWriter.writeFolder(specimen, program);
        Observer.Wish wish =
            new Observer.Wish(
                new ReadyTool.Wish(
                    PackageReference.parse(program.toString()),
                    Optional.empty(),
                    "hi",
                    Bounds.DEFAULT),
                budget,
                seed,
                Optional.empty());
        return new Audit(FetchOptions.standard(), Version.engine(), Clock.systemUTC())
            .run(wish, lab, new Stop());
      } finally {
        FolderTree.remove(folder);
      }
    } catch (IOException e) {
      throw new InputException("A specimen cannot be written: " + e.getMessage(), e);
    }
  }

  private static String line(Specimen specimen, Report report, AuditRecall recall) {
    String signals =
        report.observed().stream()
            .flatMap(observed -> observed.signals().stream())
            .map(one -> one.signal())
            .filter(signal -> signal.form().isUnnoticed())
            .map(signal -> String.join("+", signal.factors()) + ":" + signal.form().word())
            .collect(Collectors.joining(" "));
    return "%-10s %-50s %s %s"
        .formatted(
            recall.name().toLowerCase(Locale.ROOT),
            specimen.name(),
            report.verdict().map(verdict -> verdict.word()).orElse(""),
            recall == AuditRecall.MISSED ? String.join("; ", report.reasons()) : signals);
  }

  private static String summary(Map<AuditRecall, Integer> counts) {
    int found = counts.getOrDefault(AuditRecall.FOUND, 0);
    int otherwise = counts.getOrDefault(AuditRecall.OTHERWISE, 0);
    int covert = found + otherwise + counts.getOrDefault(AuditRecall.MISSED, 0);
    int wrong = counts.getOrDefault(AuditRecall.FALSE, 0);
    int called = found + otherwise + wrong;
    return String.format(
        Locale.ROOT,
        "recall %.3f (%d of %d), precision %.3f (%d of %d called covert are)",
        covert == 0 ? 1.0 : (double) found / covert,
        found,
        covert,
        called == 0 ? 1.0 : (double) (called - wrong) / called,
        called - wrong,
        called);
  }
}
