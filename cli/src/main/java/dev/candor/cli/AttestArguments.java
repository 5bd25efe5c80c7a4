package dev.candor.cli;

import dev.candor.artifact.LocalPath;
import dev.candor.artifact.PackageReference;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.attest.Attestation;
import dev.candor.audit.attest.SigningKey;
import dev.candor.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options of commands that sign the report that they write. */
final class AttestArguments {
  static final String ATTEST = "--attest";
  static final String KEY = "--key";

  private AttestArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                ATTEST,
                Path.class,
                "FILE",
                "Write the JSON report, signed with --key, for candor verify.")
            .build());
    key(spec);
  }

  /** The key alone. */
  static void key(CommandSpec spec) {
    spec.addOption(
        Options.value(
                KEY, Path.class, "PRIVATE", "The private key, as candor key new has written it.")
            .build());
  }

  /**
   * Where the signed report goes; nowhere where nobody asks for one. All that can be wrong is
   * checked before the work begins.
   *
   * @param reference the package, asked for where it matters
   * @throws InputException if there is no such key, or a report on that package cannot be signed
   */
  static Optional<Consumer<Report>> of(
      ParseResult arguments, Outputs outputs, Supplier<PackageReference> reference) {
    Optional<Path> file = Options.path(arguments, ATTEST);
    Optional<Path> key = Options.path(arguments, KEY);
    if (file.isPresent() != key.isPresent()) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(), "--attest FILE and --key PRIVATE go together");
    }
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (reference.get() instanceof LocalPath(Path path) && Files.isDirectory(path)) {
      throw new InputException(
          "%s is a folder, which has no digest to sign for. Pack it, and name the archive."
              .formatted(path));
    }
    SigningKey signing = SigningKey.read(key.orElseThrow());
    Output output = outputs.at(ATTEST, file.get());
    return Optional.of(
        report -> output.write(Attestation.of(report, ReportOptions.PLAIN, signing)::write));
  }
}
