package dev.candor.audit.attest;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The two files of a new key.
 *
 * @param secret for the owner's eyes only
 * @param open the same name with {@code .pub} behind it
 */
public record KeyFiles(Path secret, Path open) {
  private static final String PUBLIC = ".pub";

  /**
   * Writes the key to a new file that its owner alone may read, and its public half beside it.
   *
   * @throws InputException if one of them is there already, or cannot be written; then neither is
   *     changed
   */
  public static KeyFiles write(SigningKey key, Path file) {
    KeyFiles files = new KeyFiles(file, file.resolveSibling(file.getFileName() + PUBLIC));
    // Looked at before: a key that was there is worth more than a message after half the work.
    for (Path one : new Path[] {files.secret, files.open}) {
      if (Files.exists(one)) {
        throw there(one);
      }
    }
    create(files.secret, key.pem(), "rw-------");
    try {
      create(files.open, key.verifying().pem(), "rw-r--r--");
    } catch (InputException e) {
      delete(files.secret);
      throw e;
    }
    return files;
  }

  private static void create(Path file, String text, String mode) {
    FileAttribute<?> permissions =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions))) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (FileAlreadyExistsException e) {
      throw there(file);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be written (%s); name another place with --output."
              .formatted(Visible.of(file.toString()), e.getClass().getSimpleName()),
          e);
    } catch (UnsupportedOperationException e) {
      throw new InputException(
          "%s: this file system cannot keep a file from others; name another place with --output."
              .formatted(Visible.of(file.toString())),
          e);
    }
  }

  private static InputException there(Path file) {
    return new InputException(
        "%s is there already, and keys are never overwritten; name another file with --output."
            .formatted(Visible.of(file.toString())));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return; // the first failure is told
    }
  }
}
