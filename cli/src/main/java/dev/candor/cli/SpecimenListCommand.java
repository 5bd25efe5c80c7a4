package dev.candor.cli;

import dev.candor.specimens.Label;
import dev.candor.specimens.Specimen;
import dev.candor.specimens.Specimens;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the specimens. */
record SpecimenListCommand(Console console) implements Command {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String[] description() {
    return new String[] {"Lists all specimens: name, what is to be found, and why, tab-separated."};
  }

  @Override
  public void declare(CommandSpec spec) {
    SeedArgument.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    PrintWriter results = console.results();
    for (Specimen specimen : Specimens.all(SeedArgument.of(arguments))) {
      Label label = specimen.label();
      results.println(String.join("\t", specimen.name(), truth(label), label.why()));
    }
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }

  private static String truth(Label label) {
    String hidden = label.hiding().orElse("nothing hidden");
    return label.covert() ? hidden + ", covert" : hidden;
  }
}
