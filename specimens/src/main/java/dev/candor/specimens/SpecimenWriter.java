package dev.candor.specimens;

import dev.candor.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Puts specimens on disk; never over anything that is there. */
public final class SpecimenWriter {
  private SpecimenWriter() {}

  /**
   * Writes the files into {@code folder}, which is created when it is missing.
   *
   * @throws InputException if it is not an empty folder, or cannot be written
   */
  public static void writeFolder(Specimen specimen, Path folder) {
    try {
      refuseFull(folder);
      for (var file : specimen.files().entrySet()) {
        Path path = folder.resolve(file.getKey()).normalize();
        if (!path.startsWith(folder.normalize())) {
          throw new IllegalArgumentException("the path leaves its folder: " + file.getKey());
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private static void refuseFull(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder + " is a file; name a new or empty folder.");
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new InputException(folder + " is not empty; name a new or empty folder.");
      }
    }
  }

  /**
   * Writes the package as a registry would serve it: gzipped tar, all paths under {@code package/}.
   *
   * @throws InputException if the file is there already, or cannot be written
   */
  public static void writeTgz(Specimen specimen, Path file) {
    try {
      Files.write(file, tgz(specimen), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(file + " is there already; remove it or name another file.", e);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** The package as a registry would serve it. */
  public static byte[] tgz(Specimen specimen) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    specimen.files().forEach((path, bytes) -> files.put("package/" + path, bytes));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(Tar.of(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static InputException cannotWrite(Path place, IOException e) {
    return new InputException(
        "Cannot write to " + place + " (" + e + "); check permissions and free space.", e);
  }
}
