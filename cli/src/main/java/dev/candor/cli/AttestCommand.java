package dev.candor.cli;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.attest.Attestation;
import dev.candor.audit.attest.Envelope;
import dev.candor.audit.attest.SigningKey;
import dev.candor.audit.json.HostileJson;
import dev.candor.audit.terminal.TerminalVerified;
import dev.candor.audit.verify.Verification;
import dev.candor.audit.verify.Verified;
import dev.candor.audit.verify.Verified.Outcome;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Signs a report that was written before. */
record AttestCommand(Console console) implements Command {
  @Override
  public String name() {
    return "attest";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Signs a JSON report that candor audit, observe or scan has written.",
      "It is verified first, and one that does not hold is not signed: the exit status is then 1."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.argument(spec, 0, Path.class, "REPORT", "A JSON report.");
    spec.addOption(
        Options.value(AttestArguments.KEY, Path.class, "PRIVATE", "Sign with this private key.")
            .required(true)
            .build());
    spec.addOption(
        Options.value(
                ReportArguments.OUTPUT,
                Path.class,
                "FILE",
                "Write to FILE, whole or not at all; - is standard output.")
            .required(true)
            .build());
  }

  @Override
  public int run(ParseResult arguments) {
    Path file = arguments.matchedPositionalValue(0, Path.of(""));
    SigningKey key = SigningKey.read(Options.path(arguments, AttestArguments.KEY).orElseThrow());
    Output output =
        new Outputs(console)
            .at(
                ReportArguments.OUTPUT,
                Options.path(arguments, ReportArguments.OUTPUT).orElseThrow());
    String name = Visible.of(file.toString());
    byte[] report = HostileJson.bytes(file, Envelope.MOST_BYTES);
    Verified verified =
        Verification.ofReport(name, report, Version.engine()).verified(Instant.now());
    if (verified.outcome() == Outcome.DOES_NOT_HOLD) {
      new TerminalVerified()
          .write(verified, new ReportOptions(false, console.width(), false), console.err());
      return ExitStatus.DOES_NOT_HOLD;
    }
    output.write(Attestation.of(name, report, key)::write);
    return ExitStatus.HOLDS;
  }
}
