package dev.candor.cli;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the factors of an environment. */
record FactorsCommand(Console console) implements Command {
  @Override
  public String name() {
    return "factors";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Lists what candor record --set can set: each factor, what it is, and its level when it is not"
          + " set."
    };
  }

  @Override
  public void declare(CommandSpec spec) {}

  @Override
  public int run(ParseResult arguments) {
    PrintWriter out = console.results();
    for (Factor factor : Environment.factors()) {
      show(out, factor.name(), factor.meaning(), factor.base());
    }
    Environment.base()
        .levels()
        .forEach((name, level) -> {
          if (name.startsWith(Environment.VARIABLE)) {
            show(out, name, "an environment variable, by the name of your choice", level);
          }
        });
    return ExitStatus.NOTHING_COVERT;
  }

  private static void show(PrintWriter out, String name, String meaning, String base) {
    out.println(name);
    out.println("  is    " + meaning);
    out.println("  base  " + base);
  }
}
