package dev.candor.cli;

import dev.candor.audit.Format;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.attest.VerifyingKey;
import dev.candor.audit.request.Evidence;
import dev.candor.audit.request.Letter;
import dev.candor.audit.request.LetterFormat;
import dev.candor.audit.request.LetterWriting;
import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes the letter that a customer sends a vendor. */
record RequestCommand(Console console) implements Command {
  private static final String TO = "--to";
  private static final String FROM = "--from";
  private static final String TEXT = "text";
  private static final int LONGEST_NAME = 300;

  @Override
  public String name() {
    return "request";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Writes a letter to a vendor: what a report has observed, where, and what is asked about it,"
          + " with the digests of the evidence and how to see it again. It tells of behaviour only.",
      "Where the report was held against the vendor's disclosure, or --disclosure names one, the"
          + " letter asks for what that does not cover.",
      "The report is verified first."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    KnownReport.declare(spec);
    spec.addOption(Options.value(TO, String.class, "NAME", "Whom the letter is for.").build());
    spec.addOption(Options.value(FROM, String.class, "NAME", "Who asks.").build());
    DisclosureArguments.declare(spec);
    spec.addOption(
        Options.value(
                ReportArguments.FORMAT,
                String.class,
                "FORMAT",
                "One of: ${COMPLETION-CANDIDATES}. Default: text.")
            .completionCandidates(() -> Format.names(LetterFormat.class).iterator())
            .build());
    spec.addOption(
        Options.value(
                ReportArguments.OUTPUT,
                Path.class,
                "FILE",
                "Write to FILE, whole or not at all; default: standard output, as -.")
            .build());
  }

  @Override
  public int run(ParseResult arguments) {
    String format = Options.text(arguments, ReportArguments.FORMAT).orElse(TEXT);
    LetterFormat written =
        Format.named(LetterFormat.class, format)
            .orElseThrow(() ->
                new InputException(
                    "There is no format %s of a letter. Write --format with one of: %s."
                        .formatted(
                            Visible.of(format, 80),
                            String.join(", ", Format.names(LetterFormat.class)))));
    Output output =
        new Outputs(console)
            .at(
                ReportArguments.OUTPUT,
                Options.path(arguments, ReportArguments.OUTPUT).orElse(Path.of("-")));
    Optional<String> to = name(arguments, TO);
    Optional<String> from = name(arguments, FROM);
    KnownReport known = KnownReport.of(arguments);
    Report report =
        DisclosureArguments.read(arguments).map(known.report()::with).orElse(known.report());
    Letter letter =
        LetterWriting.of(
            report,
            new Evidence(Sha256.hex(known.bytes()), known.keyIds(), signedBy(arguments)),
            to,
            from,
            LocalDate.now(ZoneOffset.UTC));
    output.write(out -> written.write(letter, ReportOptions.PLAIN, out));
    return ExitStatus.NOTHING_COVERT;
  }

  /** The report was verified by it. */
  private static Optional<String> signedBy(ParseResult arguments) {
    return Options.path(arguments, AttestArguments.KEY).map(key -> VerifyingKey.read(key).id());
  }

  private static Optional<String> name(ParseResult arguments, String option) {
    return Options.text(arguments, option)
        .map(name -> {
          if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InputException(
                "%s is a name of 1 to %d characters.".formatted(option, LONGEST_NAME));
          }
          return name;
        });
  }
}
