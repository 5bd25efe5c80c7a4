package dev.candor.cli;

import dev.candor.specimens.Specimen;
import dev.candor.specimens.SpecimenWriter;
import dev.candor.specimens.Specimens;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Writes specimens as folders that {@code candor scan} can read and Node can run. */
record SpecimenWriteCommand(Console console) implements Command {
  private static final String OUTPUT = "--output";
  private static final String TGZ = "--tgz";
  private static final String ALL = "--all";

  @Override
  public String name() {
    return "write";
  }

  @Override
  public String[] description() {
    return new String[] {"Writes specimens, each to a new folder of its name."};
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Which; candor specimen list names them.")
            .build());
    spec.addOption(
        Options.value(OUTPUT, Path.class, "FOLDER", "Where; default: the present folder.").build());
    Options.flag(spec, ALL, "Write all.");
    Options.flag(spec, TGZ, "Write each as an archive, as a registry would serve it.");
    SeedArgument.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    long seed = SeedArgument.of(arguments);
    Path folder = Options.path(arguments, OUTPUT).orElse(Path.of(""));
    List<String> names = arguments.matchedPositionalValue(0, List.of());
    boolean all = arguments.hasMatchedOption(ALL);
    if (all != names.isEmpty()) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(), "Name specimens, or say --all");
    }
    List<Specimen> specimens =
        all
            ? Specimens.all(seed)
            : names.stream().map(name -> Specimens.named(name, seed)).toList();
    PrintWriter results = console.results();
    for (Specimen specimen : specimens) {
      results.println(write(specimen, folder, arguments.hasMatchedOption(TGZ)));
    }
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }

  private static Path write(Specimen specimen, Path folder, boolean tgz) {
    if (tgz) {
      Path file = folder.resolve(specimen.name() + ".tgz");
      SpecimenWriter.writeTgz(specimen, file);
      return file;
    }
    Path own = folder.resolve(specimen.name());
    SpecimenWriter.writeFolder(specimen, own);
    return own;
  }
}
