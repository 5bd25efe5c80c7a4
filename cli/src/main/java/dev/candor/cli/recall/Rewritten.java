package dev.candor.cli.recall;

import dev.candor.core.InputException;
import dev.candor.specimens.Specimen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Specimens whose files another tool has worked on; their labels stay true. */
public final class Rewritten {
  private Rewritten() {}

  /**
   * The specimens with the files of {@code folder}, in which each has a folder of its name.
   *
   * @throws InputException if one is missing, or cannot be read
   */
  public static List<Specimen> in(Path folder, List<Specimen> specimens) {
    return specimens.stream()
        .map(specimen ->
            new Specimen(specimen.name(), specimen.label(), files(folder.resolve(specimen.name()))))
        .toList();
  }

  private static SortedMap<String, byte[]> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder
              + " is no folder; `candor specimen write --all --output DIR` writes one for each specimen.");
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        files.put(path, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new InputException("Cannot read " + folder + " (" + e + "); check its permissions.", e);
    }
    return files;
  }
}
