package dev.candor.fleet.collect;

import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with inventories that are still to be sent, the oldest first by their names. */
public final class Spool {
  /** A machine that looks every hour keeps four days. */
  static final int MOST = 100;

  private static final int MOST_BYTES = 64 << 20;
  private static final Pattern NAME = Pattern.compile("[0-9]{15}-[0-9a-f]{64}\\.json");

  private final Path folder;

  private Spool(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder made if need be, for its owner alone
   * @throws InputException if nothing can be kept there
   */
  public static Spool in(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return new Spool(folder);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * Keeps an inventory until it is sent. It is on disk when this returns; of more than {@value
   * #MOST} the oldest are given up.
   *
   * @return how many were given up
   */
  public int keep(byte[] document, Instant taken) {
    String name = "%015d-%s.json".formatted(taken.toEpochMilli(), Sha256.hex(document));
    Path part = folder.resolve(name + ".part");
    try {
      Files.deleteIfExists(part);
      try (FileChannel channel =
          FileChannel.open(
              part,
              Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        ByteBuffer bytes = ByteBuffer.wrap(document);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      List<Path> all = waiting();
      List<Path> tooMany = all.subList(0, Math.max(0, all.size() - MOST));
      for (Path one : tooMany) {
        Files.delete(one);
      }
      return tooMany.size();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** Those that are to be sent. What else lies in the folder is left alone. */
  public List<Path> waiting() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** Of one that waits. */
  public byte[] document(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("too large");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** It was sent, or never will be. */
  public void done(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static InputException failed(Path folder, IOException e) {
    return new InputException(
        "the spool %s cannot be used (%s). Name a folder that this user may write into."
            .formatted(Visible.of(folder.toString()), e.getClass().getSimpleName()),
        e);
  }
}
