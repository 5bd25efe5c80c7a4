package dev.candor.audit.recording;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.LocalPath;
import dev.candor.artifact.PackageReference;
import dev.candor.artifact.RegistryPackage;
import dev.candor.lab.install.Installation;
import dev.candor.lab.install.Installer;
import dev.candor.lab.recipe.GuessedRecipe;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.recipe.Recipes;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.trial.Staging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tool that is installed, and how it is run.
 *
 * @param notes how it was obtained, one sentence each
 */
public record ReadyTool(
    Recipe recipe, Installation installation, Staging staging, List<String> notes) {
  public ReadyTool {
    notes = List.copyOf(notes);
  }

  /**
   * What is to be run, and how.
   *
   * @param reference the package
   * @param recipe how it is run; without one, that which comes with Candor, or a guess
   * @param prompt what the tool is asked to do
   * @param bounds what it may use
   */
  public record Wish(
      PackageReference reference, Optional<Recipe> recipe, String prompt, Bounds bounds) {}

  /**
   * Fetches and installs it.
   *
   * @throws dev.candor.core.InputException if the package cannot be had, or is no tool
   */
  public static ReadyTool of(Wish wish, FetchOptions fetch) {
    Optional<Recipe> known = wish.recipe().or(() -> published(wish.reference()));
    Installation installation = new Installer(fetch).install(wish.reference(), known);
    List<String> notes = new ArrayList<>(installation.notes());
    Recipe recipe =
        known.orElseGet(() -> {
          GuessedRecipe guess =
              GuessedRecipe.of(installation.subject().purl(), installation.folders());
          notes.add("There is no recipe for this tool; how it is run was guessed.");
          notes.addAll(guess.reasons());
          return guess.recipe();
        });
    Staging staging =
        new Staging(
            recipe,
            new Staging.Program(
                installation.binds(),
                installation.path(),
                installation.command(List.of(recipe.command().getFirst()))),
            wish.prompt(),
            wish.bounds());
    return new ReadyTool(recipe, installation, staging, notes);
  }

  private static Optional<Recipe> published(PackageReference reference) {
    return switch (reference) {
      case RegistryPackage wanted -> Recipes.of(wanted.purl());
      case LocalPath _ -> Optional.empty();
    };
  }
}
