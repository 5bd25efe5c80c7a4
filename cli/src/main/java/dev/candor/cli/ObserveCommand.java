package dev.candor.cli;

import dev.candor.audit.Audit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The experiment without a reading of the code. */
record ObserveCommand(Console console) implements Command {
  @Override
  public String name() {
    return "observe";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Runs a tool in many environments and says what its traffic depends on, without reading its"
          + " code.",
      "What a list holds that nobody knows is not tried so; candor audit reads the code first."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Experimenting.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    return new Experimenting(console).run(arguments, Audit::observe);
  }
}
