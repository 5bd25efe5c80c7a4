package dev.candor.lab.recipe;

import dev.candor.text.SuppliedFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The recipes that come with Candor: each file of the folder {@code recipes} is one. */
public final class Recipes {
  private static final String FOLDER = "/META-INF/candor/recipes";

  /** Behind the name of a package whose program for one platform a package holds. */
  private static final Pattern PLATFORM =
      Pattern.compile("-(linux|darwin|win32)-(x64|arm64)(-musl|-baseline)*$");

  private Recipes() {}

  /** All of them, by the name of the tool. */
  public static List<Recipe> all() {
    return SuppliedFiles.yaml(Recipes.class, FOLDER, RecipeFile::read).stream()
        .sorted(Comparator.comparing(Recipe::tool))
        .toList();
  }

  /**
   * The recipe for a package, or for that with its program for one platform.
   *
   * @param purl with or without a version
   */
  public static Optional<Recipe> of(String purl) {
    int version = purl.indexOf('@', purl.lastIndexOf('/'));
    String unversioned = version < 0 ? purl : purl.substring(0, version);
    return all().stream()
        .filter(recipe ->
            PLATFORM.matcher(unversioned).replaceFirst("").equals(recipe.purl())
                || unversioned.equals(recipe.purl()))
        .findFirst();
  }
}
