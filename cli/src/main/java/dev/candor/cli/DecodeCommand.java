package dev.candor.cli;

import dev.candor.audit.decoding.Decoded;
import dev.candor.audit.decoding.DecodedFormat;
import dev.candor.audit.decoding.Decoding;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Tells what recorded prompts say by known mechanisms. */
record DecodeCommand(Console console) implements Command {
  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "decode";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Tells what recorded prompts say about the environment they were sent from, by known"
          + " mechanisms.",
      "A log is a HAR, JSON lines, any other JSON, a transcript or plain text, also compressed by gzip"
          + " or zstd. It is read as a stream, whatever its size.",
      "The exit status is 1 when a prompt says something; 3 when none surely does, and one may have"
          + " its symbol for an innocent reason, or a log was not read to its end; else 0."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("LOG")
            .required(true)
            .arity("1..*")
            .type(String[].class)
            .description("Files and folders; - is standard input.")
            .build());
    MechanismArguments.declare(spec);
    ReportArguments.declare(
        spec, DecodedFormat.class, "Show every place, those that say nothing included.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<Decoded> destinations =
        ReportArguments.destinations(arguments, console, DecodedFormat.class, " of decoded logs");
    Decoding decoding = new Decoding(MechanismArguments.of(arguments));
    String[] none = {};
    for (String log : Arrays.asList(arguments.matchedPositionalValue(0, none))) {
      if (log.equals(STANDARD_INPUT)) {
        decoding.read(log, new FileInputStream(FileDescriptor.in));
      } else {
        decoding.read(Path.of(log));
      }
    }
    Decoded decoded = decoding.decoded(Version.engine(), Instant.now());
    destinations.accept(decoded);
    if (decoded.marked()) {
      return ExitStatus.COVERT;
    }
    return decoded.inconclusive() ? ExitStatus.INCONCLUSIVE : ExitStatus.NOTHING_COVERT;
  }
}
