package dev.candor.cli;

import dev.candor.audit.attest.KeyFiles;
import dev.candor.audit.attest.SigningKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes a key with which reports are signed. */
record KeyNewCommand(Console console) implements Command {
  private static final Path STANDARD = Path.of("candor-key.pem");

  @Override
  public String name() {
    return "new";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Makes an Ed25519 key for --attest and prints its id.",
      "The private key is for its owner alone; the public one beside it, FILE.pub, is for whoever"
          + " verifies. A file that is there is never overwritten."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                ReportArguments.OUTPUT,
                Path.class,
                "FILE",
                "Where the private key goes; default: " + STANDARD + ".")
            .build());
  }

  @Override
  public int run(ParseResult arguments) {
    SigningKey key = SigningKey.create();
    KeyFiles files =
        KeyFiles.write(key, Options.path(arguments, ReportArguments.OUTPUT).orElse(STANDARD));
    PrintWriter results = console.results();
    results.println("key      " + key.verifying().id());
    results.println("private  " + files.secret());
    results.println("public   " + files.open());
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }
}
