package dev.candor.cli;

import dev.candor.artifact.LocalPath;
import dev.candor.artifact.PackageReference;
import dev.candor.artifact.RegistryPackage;
import dev.candor.core.InputException;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.recipe.RecipeFile;
import dev.candor.lab.recipe.Recipes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which recipe a command uses. */
final class RecipeArguments {
  private RecipeArguments() {}

  /**
   * The recipe in the file, or the one that comes with Candor.
   *
   * @throws InputException if there is none for the package
   */
  static Recipe recipe(Optional<Path> file, PackageReference reference) {
    if (file.isPresent()) {
      return RecipeFile.read(file.get());
    }
    Optional<Recipe> known =
        switch (reference) {
          case RegistryPackage wanted -> Recipes.of(wanted.purl());
          case LocalPath local -> Optional.empty();
        };
    return known.orElseThrow(() ->
        new InputException(
            "There is no recipe for this package. Write one (docs/recipes.md) and name it with"
                + " --recipe FILE. Known are "
                + Recipes.all().stream().map(Recipe::tool).collect(Collectors.joining(", "))
                + "."));
  }
}
