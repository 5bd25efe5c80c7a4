package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.fleet.check.CheckFormat;
import dev.candor.fleet.check.Checking;
import dev.candor.fleet.check.PolicyCheck;
import dev.candor.policy.PolicyInForce;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Tells what a policy denies of what is installed.
 *
 * @param in what {@code -} stands for
 */
record PolicyCheckCommand(Console console, InputStream in) implements Command {
  private static final String DAYS = "--days";
  private static final int MOST_DAYS = 3_650;
  private static final int DEFAULT_DAYS = 30;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Tells what a policy denies of what is installed, and what it will deny.",
      "Attestations that the policy cites are verified first; one that does not hold is an error.",
      "The exit status is 1 when something is denied, 3 when nothing is and something may be, as"
          + " where a version cannot be read, else 0."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    PolicyArguments.policy(spec);
    PolicyArguments.inventories(spec, 0);
    PolicyArguments.at(spec);
    spec.addOption(
        Options.value(
                DAYS,
                Integer.class,
                "N",
                "Tell of what will be denied within that many days, 0 to %d; default: %d."
                    .formatted(MOST_DAYS, DEFAULT_DAYS))
            .build());
    ReportArguments.declare(spec, CheckFormat.class, "Show what is allowed, too.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<PolicyCheck> destinations =
        ReportArguments.destinations(
            arguments, console, CheckFormat.class, " of a check against a policy");
    int days = arguments.matchedOptionValue(DAYS, DEFAULT_DAYS);
    if (days < 0 || days > MOST_DAYS) {
      throw new InputException(
          "%s %d is out of range; write 0 to %d.".formatted(DAYS, days, MOST_DAYS));
    }
    PolicyInForce policy = PolicyArguments.policy(arguments);
    Instant at = PolicyArguments.at(arguments, policy.policy());
    List<Path> files = PolicyArguments.files(arguments, 0);
    Checking checking =
        new Checking(policy, at, days, arguments.hasMatchedOption(ReportArguments.ALL));
    PolicyArguments.inventories(console, files, in, checking);
    PolicyCheck check = checking.result(Version.engine(), Instant.now());
    destinations.accept(check);
    return ExitStatus.of(check.outcome());
  }
}
