package dev.candor.cli;

import dev.candor.audit.attest.VerifyingKey;
import dev.candor.audit.verify.Verification;
import dev.candor.audit.verify.Verified;
import dev.candor.audit.verify.VerifiedFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Says whether a report is what it says. */
record VerifyCommand(Console console) implements Command {
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
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("FILE")
            .required(true)
            .arity("1")
            .type(Path.class)
            .description("A signed report, or a JSON report.")
            .build());
    spec.addOption(
        Options.value(
                AttestArguments.KEY,
                Path.class,
                "PUBLIC",
                "One of the signatures must be by the owner of this public key.")
            .build());
    ReportArguments.declare(spec, VerifiedFormat.class, "The same: nothing is left out.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<Verified> destinations =
        ReportArguments.destinations(
            arguments, console, VerifiedFormat.class, " of a verification");
    Optional<VerifyingKey> key =
        Options.path(arguments, AttestArguments.KEY).map(VerifyingKey::read);
    Path file = arguments.matchedPositionalValue(0, Path.of(""));
    Verification verification = Verification.of(file, key, Version.engine());
    Verified verified = verification.verified(Instant.now());
    destinations.accept(verified);
    return ExitStatus.of(verified.outcome());
  }
}
