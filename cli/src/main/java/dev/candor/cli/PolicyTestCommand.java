package dev.candor.cli;

import dev.candor.core.Count;
import dev.candor.core.InputException;
import dev.candor.fleet.check.PolicyReading;
import dev.candor.policy.PolicyCase;
import dev.candor.policy.PolicyInForce;
import dev.candor.text.Visible;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Runs the cases of policies. */
record PolicyTestCommand(Console console) implements Command {
  @Override
  public String name() {
    return "test";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Runs the cases of policies: those in the file, and those in NAME.tests.yaml beside NAME.yaml.",
      "The exit status is 1 when a policy decides otherwise than a case says."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("FILE")
            .required(true)
            .arity("1..*")
            .type(Path[].class)
            .description("A policy.")
            .build());
  }

  @Override
  public int run(ParseResult arguments) {
    PrintWriter out = console.results();
    int failed = 0;
    int run = 0;
    for (Path file : arguments.matchedPositionalValue(0, new Path[0])) {
      PolicyInForce policy = PolicyReading.inForce(file, Version.engine());
      List<PolicyCase> cases = PolicyReading.cases(file, policy.policy());
      if (cases.isEmpty()) {
        throw new InputException(
            "%s has no cases; write them under \"tests\", or into a file beside it whose name ends in .tests.yaml."
                .formatted(Visible.of(file.toString())));
      }
      for (PolicyCase one : cases) {
        run++;
        Optional<String> differs = one.differs(policy.decide(one.facts(), one.at()));
        if (differs.isPresent()) {
          failed++;
          out.println("failed: " + Visible.of(one.name()));
          out.println("  " + Visible.of(differs.get()));
        }
      }
    }
    out.println(
        failed == 0
            ? "%s passed".formatted(Count.of(run, "case"))
            : "%d of %s failed".formatted(failed, Count.of(run, "case")));
    return failed == 0 ? ExitStatus.HOLDS : ExitStatus.DOES_NOT_HOLD;
  }
}
