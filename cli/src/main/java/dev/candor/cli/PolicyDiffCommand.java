package dev.candor.cli;

import dev.candor.fleet.check.Differing;
import dev.candor.fleet.check.PolicyDifference;
import dev.candor.fleet.check.PolicyDifferenceFormat;
import dev.candor.fleet.check.PolicyReading;
import dev.candor.policy.PolicyInForce;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Tells what a change of a policy does, and to whom.
 *
 * @param in what {@code -} stands for
 */
record PolicyDiffCommand(Console console, InputStream in) implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Tells what changes for whom when one policy takes the place of another.",
      "The exit status is 1 when something is newly denied, else 0."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.argument(spec, 0, Path.class, "OLD", "The policy as it is.");
    Options.argument(spec, 1, Path.class, "NEW", "The policy as it would be.");
    PolicyArguments.inventories(spec, 2);
    PolicyArguments.at(spec);
    ReportArguments.declare(
        spec, PolicyDifferenceFormat.class, "Show every installation that is concerned.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<PolicyDifference> destinations =
        ReportArguments.destinations(
            arguments, console, PolicyDifferenceFormat.class, " of two policies");
    PolicyInForce before =
        PolicyReading.inForce(arguments.matchedPositionalValue(0, Path.of("")), Version.engine());
    PolicyInForce after =
        PolicyReading.inForce(arguments.matchedPositionalValue(1, Path.of("")), Version.engine());
    Differing differing =
        new Differing(before, after, PolicyArguments.at(arguments, after.policy()));
    PolicyArguments.inventories(console, PolicyArguments.files(arguments, 2), in, differing);
    PolicyDifference difference = differing.result(Version.engine(), Instant.now());
    destinations.accept(difference);
    return difference.newlyDenied() > 0 ? ExitStatus.COVERT : ExitStatus.NOTHING_COVERT;
  }
}
