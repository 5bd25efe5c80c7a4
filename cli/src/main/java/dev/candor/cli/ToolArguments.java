package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.core.InputException;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.recipe.RecipeFile;
import dev.candor.lab.room.Bounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What every command takes that runs a tool: which one, how, and for how long. */
final class ToolArguments {
  private static final String RECIPE = "--recipe";
  private static final String PROMPT = "--prompt";
  private static final String TIME = "--time";
  static final List<String> NAMES = List.of(RECIPE, PROMPT, TIME);
  private static final int LONGEST_SECONDS = 3600;

  private ToolArguments() {}

  /**
   * @param time what {@code --time} says of its default
   */
  static void declare(CommandSpec spec, String time) {
    options(spec, time);
    FetchArguments.declare(spec);
  }

  /** The same but for the package and where it comes from. */
  static void options(CommandSpec spec, String time) {
    recipe(spec);
    spec.addOption(
        Options.value(PROMPT, String.class, "TEXT", "What the tool is asked to do; default: hi.")
            .build());
    spec.addOption(
        Options.value(TIME, Integer.class, "SECONDS", "How long the tool may take; " + time)
            .build());
  }

  /** The recipe alone. */
  static void recipe(CommandSpec spec) {
    spec.addOption(
        Options.value(
                RECIPE,
                Path.class,
                "FILE",
                "How the tool is run; default: the recipe that comes with Candor, or a guess.")
            .build());
  }

  static Optional<Recipe> recipe(ParseResult arguments) {
    return Options.path(arguments, RECIPE).map(RecipeFile::read);
  }

  /**
   * @param seconds how long it may take where that is not said
   * @throws InputException if there is no such recipe or time
   */
  static ReadyTool.Wish of(ParseResult arguments, int seconds) {
    return of(FetchArguments.reference(arguments, 0), arguments, seconds);
  }

  /** The same for that package. */
  static ReadyTool.Wish of(PackageReference reference, ParseResult arguments, int seconds) {
    int time = arguments.matchedOptionValue(TIME, seconds);
    if (time < 1 || time > LONGEST_SECONDS) {
      throw new InputException("--time takes 1 to %d seconds.".formatted(LONGEST_SECONDS));
    }
    return new ReadyTool.Wish(
        reference,
        recipe(arguments),
        Options.text(arguments, PROMPT).orElse("hi"),
        Bounds.DEFAULT.lasting(Duration.ofSeconds(time)));
  }

  static int standardSeconds() {
    return (int) Bounds.DEFAULT.time().toSeconds();
  }
}
