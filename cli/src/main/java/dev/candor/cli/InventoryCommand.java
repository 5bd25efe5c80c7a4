package dev.candor.cli;

import dev.candor.fleet.collect.Sender;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFile;
import dev.candor.fleet.inventory.InventoryFormat;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.find.Looking;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Which AI coding tools are on this machine, or in an image of one. */
record InventoryCommand(Console console) implements Command {
  private static final String ROOT = "--root";
  private static final String HOME = "--home";
  private static final String MACHINE = "--machine";
  private static final String MERGE = "--merge";

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Lists the AI coding tools on this machine, or below a folder that holds an image of one:"
          + " packages, executables, extensions of editors, what points them elsewhere, and what"
          + " runs.",
      "Reads only, runs nothing that it finds, and follows no link out of the root. Whose homes"
          + " can be read depends on who runs it; what could not be read is said.",
      "With --post it goes to a service that collects inventories (candor inventory serve).",
      "The exit status is 0 when the inventory was written or sent, whatever is in it, 3 when it was"
          + " kept in the spool to be sent next time, else 2."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                ROOT, Path.class, "DIR", "Look below DIR, as if it were /; default: this machine.")
            .build());
    spec.addOption(
        Options.value(
                HOME,
                String[].class,
                "DIR",
                "Look at that folder of the root only; may be given more than once.")
            .arity("1")
            .build());
    spec.addOption(
        Options.value(MACHINE, String.class, "NAME", "Call the machine so; default: its hostname.")
            .build());
    spec.addOption(
        Options.value(
                MERGE,
                Path[].class,
                "FILE",
                "Look at nothing; join inventories in JSON that were taken before.")
            .arity("1..*")
            .build());
    ReportArguments.declare(spec, InventoryFormat.class, "Show all that was not seen.");
    PostArguments.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<Fleet> destinations =
        ReportArguments.destinations(arguments, console, InventoryFormat.class, " of an inventory");
    if (!PostArguments.given(arguments)) {
      destinations.accept(fleet(arguments));
      return ExitStatus.NOTHING_COVERT;
    }
    try (Sender sender = PostArguments.sender(arguments)) {
      Fleet fleet = fleet(arguments);
      if (ReportArguments.names().stream().anyMatch(arguments::hasMatchedOption)) {
        destinations.accept(fleet);
      }
      return PostArguments.send(arguments, console, sender, fleet);
    }
  }

  private Fleet fleet(ParseResult arguments) {
    return arguments.hasMatchedOption(MERGE) ? merged(arguments) : Fleet.of(taken(arguments));
  }

  private Inventory taken(ParseResult arguments) {
    return taken(
        console,
        new Looking.Wish(
            Options.path(arguments, ROOT).orElse(Path.of("/")),
            List.of(arguments.matchedOptionValue(HOME, new String[0])),
            Options.text(arguments, MACHINE)));
  }

  /** Takes the inventory of this machine, or of what is below another root. */
  static Inventory taken(Console console, Path root) {
    return taken(console, new Looking.Wish(root, List.of(), Optional.empty()));
  }

  private static Inventory taken(Console console, Looking.Wish wish) {
    Looking looking = new Looking(Catalogue.supplied(), Version.engine(), Clock.systemUTC());
    try (ProgressLine line = new ProgressLine(console)) {
      line.stage("Looking");
      return looking.take(wish, count -> line.stage("Looking: %,d files".formatted(count)));
    }
  }

  private static Fleet merged(ParseResult arguments) {
    for (String option : List.of(ROOT, HOME, MACHINE)) {
      if (arguments.hasMatchedOption(option)) {
        throw new ParameterException(
            arguments.commandSpec().commandLine(),
            MERGE + " looks at nothing, so " + option + " means nothing with it");
      }
    }
    List<Path> files = List.of(arguments.matchedOptionValue(MERGE, new Path[0]));
    return Fleet.of(each -> files.forEach(file -> InventoryFile.each(file, each)));
  }
}
