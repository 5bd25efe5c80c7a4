package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that the paths of a command line stand for. */
public final class LogFiles {
  private static final String GLOB = "*?[";

  private LogFiles() {}

  /**
   * Files themselves, and of a folder all that lie in it, by name, but those whose name begins with
   * a dot.
   *
   * @throws InputException if one cannot be read, or has a name that stands for several
   */
  public static List<Path> of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> found = inside(path);
        if (found.isEmpty()) {
          throw new InputException(
              "The folder %s has no files. Name one that holds an exchange log.".formatted(path));
        }
        files.addAll(found);
      } else {
        files.add(path);
      }
    }
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new InputException(
            Files.exists(file)
                ? file + " cannot be read: permission denied. Check its permissions."
                : "There is no file %s. Name Parquet, CSV or JSON lines, or a folder of them."
                    .formatted(file));
      }
      String name = file.toAbsolutePath().toString();
      if (name.chars().anyMatch(c -> GLOB.indexOf(c) >= 0)) {
        throw new InputException(
            "%s has one of the characters *?[ in its path, which stand for several files. Rename it."
                .formatted(file));
      }
    }
    return files;
  }

  /**
   * Checks that a file has what every log needs.
   *
   * @throws InputException if it has not
   */
  static void requireIn(Path file, Set<Column> found) {
    for (Column column : Column.values()) {
      if (column.required() && !found.contains(column)) {
        throw new InputException(
            "%s has no column %s, which every exchange log needs. Rename the column that holds it, or add it."
                .formatted(file, column.label()));
      }
    }
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
