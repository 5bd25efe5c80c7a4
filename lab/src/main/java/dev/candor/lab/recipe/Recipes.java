package dev.candor.lab.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The recipes that come with Candor: each file of the folder {@code recipes} is one. */
public final class Recipes {
  private static final String FOLDER = "/META-INF/candor/recipes";

  /** Behind the name of a package whose program for one platform a package holds. */
  private static final Pattern PLATFORM =
      Pattern.compile("-(linux|darwin|win32)-(x64|arm64)(-musl|-baseline)*$");

  private Recipes() {}

  /** All of them, by the name of the tool. */
  public static List<Recipe> all() {
    URL folder = Recipes.class.getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("missing in the program file: " + FOLDER);
    }
    try {
      if (folder.openConnection() instanceof JarURLConnection inside) {
        // Of its own: one that is found by its address could be closed by another thread.
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(inside.getJarFileURL().toURI()))) {
          return in(jar.getPath(FOLDER));
        }
      }
      return in(Path.of(folder.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Recipe> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(RecipeFile::read)
          .sorted(Comparator.comparing(Recipe::tool))
          .toList();
    }
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
