package dev.candor.cli;

import dev.candor.audit.Audit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Scan, experiment, verdict: the main job. */
record AuditCommand(Console console) implements Command {
  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Says what a tool tells about the machine it runs on, and whether it says so openly.",
      "Reads its code, runs it in a closed room in many environments, and finds what in its traffic"
          + " depends on which of them. Whatever is reported was seen again in fresh trials.",
      "The exit status is 1 for covert, 0 for candid and opaque, 3 for inconclusive."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Experimenting.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    return new Experimenting(console).run(arguments, Audit::run);
  }
}
