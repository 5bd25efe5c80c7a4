package dev.candor.cli;

import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageReference;
import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.Audit;
import dev.candor.audit.attest.VerifyingKey;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Observer;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.audit.verify.ArtifactCheck;
import dev.candor.audit.verify.Repeating;
import dev.candor.audit.verify.Repetition;
import dev.candor.audit.verify.Reported;
import dev.candor.audit.verify.Verification;
import dev.candor.audit.verify.Verified;
import dev.candor.audit.verify.Verified.Outcome;
import dev.candor.audit.verify.VerifiedFormat;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Stop;
import dev.candor.lab.room.Bounds;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says whether a report is what it says. */
record VerifyCommand(Console console) implements Command {
  private static final String ARTIFACT = "--artifact";
  private static final String RERUN = "--rerun";
  private static final String INTERRUPTED =
      "Interrupted. All trials were ended; what was known by then was compared.";

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Checks a report: its signature, its subject, its form, and that what it says hangs together.",
      "FILE is one that --attest has written, or the JSON report of an audit, observation or scan,"
          + " which bears no signature.",
      "The exit status is 0 when it holds, 1 when it does not, 3 when that could not be decided, as"
          + " where a signature is there and no --key."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.argument(spec, 0, Path.class, "FILE", "A signed report, or a JSON report.");
    spec.addOption(
        Options.value(
                AttestArguments.KEY,
                Path.class,
                "PUBLIC",
                "One of the signatures must be by the owner of this public key.")
            .build());
    spec.addOption(
        Options.value(
                ARTIFACT,
                String.class,
                "PACKAGE|PATH",
                "The artifact itself: compare its digest, and look for each place that is named.")
            .build());
    Options.flag(
        spec,
        RERUN,
        "Repeat the audit with the report's seed, budget and prompt, and compare the conclusions.");
    ToolArguments.recipe(spec);
    FetchArguments.options(spec);
    ReportArguments.declare(spec, VerifiedFormat.class, "Changes nothing: all is shown.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<Verified> destinations =
        ReportArguments.destinations(
            arguments, console, VerifiedFormat.class, " of a verification");
    Optional<VerifyingKey> key =
        Options.path(arguments, AttestArguments.KEY).map(VerifyingKey::read);
    Optional<PackageReference> artifact =
        Options.text(arguments, ARTIFACT).map(PackageReference::parse);
    Path file = arguments.matchedPositionalValue(0, Path.of(""));
    Verification verification = Verification.of(file, key, Version.engine());
    Verified verified = verification.verified(Instant.now());
    boolean rerun = arguments.hasMatchedOption(RERUN);
    if (rerun || artifact.isPresent()) {
      verified = further(verified, verification, artifact, arguments, rerun);
    }
    destinations.accept(verified);
    return ExitStatus.of(verified.outcome());
  }

  /** What a report says that does not hold by itself is not worth a download or an hour. */
  private Verified further(
      Verified verified,
      Verification verification,
      Optional<PackageReference> artifact,
      ParseResult arguments,
      boolean rerun) {
    if (verified.outcome() == Outcome.DOES_NOT_HOLD || verification.reported().isEmpty()) {
      return verified.with(
          new Repetition(
              List.of(), List.of(), List.of(), List.of("The artifact was not looked at.")));
    }
    Reported report = verification.reported().get();
    try (ProgressLine line = new ProgressLine(console)) {
      FetchOptions fetch = FetchArguments.options(arguments, line);
      PackageReference reference = artifact.orElseGet(() -> named(report));
      Verified compared =
          verified.with(
              ArtifactCheck.of(
                  report,
                  new Fetch().open(reference, fetch),
                  reference instanceof RegistryPackage));
      return rerun && compared.outcome() != Outcome.DOES_NOT_HOLD
          ? compared.with(repeated(report, reference, arguments, fetch))
          : compared;
    }
  }

  private static PackageReference named(Reported report) {
    String purl = report.expected().subject().purl();
    if (purl.startsWith("pkg:generic/")) {
      throw new InputException(
          "%s is a file of somebody's machine; say where it is here with --artifact PATH."
              .formatted(Visible.of(purl)));
    }
    return PackageReference.parse(purl);
  }

  private Repetition repeated(
      Reported report, PackageReference reference, ParseResult arguments, FetchOptions fetch) {
    Audit audit = new Audit(fetch, Version.engine(), Clock.systemUTC());
    Optional<Observed> observed = report.expected().observed();
    if (observed.isEmpty()) {
      return Repeating.of(report, audit.scan(reference));
    }
    Observer.Wish wish =
        new Observer.Wish(
            new ReadyTool.Wish(
                reference,
                ToolArguments.recipe(arguments),
                observed.get().asked().prompt(),
                Bounds.DEFAULT.lasting(observed.get().asked().time())),
            observed.get().asked().budget(),
            observed.get().seed(),
            Optional.empty());
    Stop stop = new Stop();
    try (Interruption _ = Interruption.ofExperiment(console, () -> INTERRUPTED, stop)) {
      return Repeating.of(
          report, report.expected().isRead() ? audit.run(wish, stop) : audit.observe(wish, stop));
    }
  }
}
