package dev.candor.text.mechanism;

import dev.candor.core.mechanism.Mechanism;
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
import java.util.stream.Stream;

/**
 * The mechanisms that come with Candor: each file of the folder {@code mechanisms} is one. They are
 * read to say what is known; nothing that looks for mechanisms may look here.
 */
public final class Mechanisms {
  private static final String FOLDER = "/META-INF/candor/mechanisms";

  private Mechanisms() {}

  /** All of them, by name. */
  public static List<Mechanism> all() {
    URL folder = Mechanisms.class.getResource(FOLDER);
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

  private static List<Mechanism> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(MechanismFile::read)
          .sorted(Comparator.comparing(Mechanism::name))
          .toList();
    }
  }
}
