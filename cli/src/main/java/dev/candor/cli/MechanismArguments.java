package dev.candor.cli;

import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.MechanismFile;
import dev.candor.text.mechanism.Mechanisms;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which mechanisms a command works with. */
final class MechanismArguments {
  private static final String MECHANISM = "--mechanism";

  private MechanismArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                MECHANISM,
                Path[].class,
                "FILE",
                "A mechanism; may be given several times. Default: those that come with Candor.")
            .build());
  }

  /**
   * @throws dev.candor.core.InputException if a file holds none
   */
  static List<Mechanism> of(ParseResult arguments) {
    Path[] none = {};
    Path[] files = arguments.matchedOptionValue(MECHANISM, none);
    return files.length == 0
        ? Mechanisms.all()
        : Arrays.stream(files).map(MechanismFile::read).toList();
  }
}
