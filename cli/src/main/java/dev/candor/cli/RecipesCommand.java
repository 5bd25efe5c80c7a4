package dev.candor.cli;

import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.recipe.Recipes;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the recipes that come with Candor. */
record RecipesCommand(Console console) implements Command {
  @Override
  public String name() {
    return "recipes";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Lists the tools that Candor knows how to run, with package, runtime, command and dialect.",
      "How to write a recipe for another tool is in docs/recipes.md."
    };
  }

  @Override
  public void declare(CommandSpec spec) {}

  @Override
  public int run(ParseResult arguments) {
    PrintWriter out = console.results();
    List<Recipe> recipes = Recipes.all();
    for (Recipe recipe : recipes) {
      out.println(recipe.tool());
      out.println("  package  " + recipe.purl());
      recipe
          .runtime()
          .ifPresent(r -> out.println("  runtime  " + r.name() + " >=" + r.lowestMajor()));
      out.println("  command  " + String.join(" ", recipe.command()));
      out.println("  dialect  " + recipe.api().orElse("the vendor's own"));
    }
    return ExitStatus.NOTHING_COVERT;
  }
}
