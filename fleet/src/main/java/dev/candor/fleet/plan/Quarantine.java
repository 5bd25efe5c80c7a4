package dev.candor.fleet.plan;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder into which executables are moved, which nobody else can look into. */
final class Quarantine {
  private Quarantine() {}

  /** Makes the folder that a move goes to. */
  static void prepare(Step move) {
    Path folder = Path.of(move.command().getLast()).getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be made (%s); name another folder with --quarantine DIR."
              .formatted(Visible.of(folder.toString()), e.getClass().getSimpleName()),
          e);
    }
  }
}
