package dev.candor.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that come with Candor: a folder beside the classes, in a jar or not. */
public final class SuppliedFiles {
  private SuppliedFiles() {}

  /**
   * What each YAML file of a folder holds, in any order.
   *
   * @param beside a class of the module that brings the folder
   * @param folder an absolute name of a resource, as {@code /META-INF/candor/recipes}
   * @param reading reads one while it can be opened
   */
  public static <T> List<T> yaml(Class<?> beside, String folder, Function<Path, T> reading) {
    URL address = beside.getResource(folder);
    if (address == null) {
      throw new IllegalStateException("missing in the program file: " + folder);
    }
    try {
      if (address.openConnection() instanceof JarURLConnection inside) {
        // Of its own: one that is found by its address could be closed by another thread.
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(inside.getJarFileURL().toURI()))) {
          return in(jar.getPath(folder), reading);
        }
      }
      return in(Path.of(address.toURI()), reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> in(Path folder, Function<Path, T> reading) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).map(reading).toList();
    }
  }
}
