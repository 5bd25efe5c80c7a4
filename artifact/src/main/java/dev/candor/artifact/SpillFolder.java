package dev.candor.artifact;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private folder (mode 0700) for contents too large for memory. Its files are named by a number,
 * never by an archive, and lose even that name as soon as they are open where the system allows it.
 * What a killed process left behind is removed by the next one.
 */
final class SpillFolder {
  private static final Pattern NAME = Pattern.compile("candor-spill-(\\d{1,19})-(\\d{1,19})-.*");
  private static final AtomicLong NUMBER = new AtomicLong();

  private final Path folder;

  private SpillFolder(Path folder) {
    this.folder = folder;
  }

  private static final class Shared {
    static final SpillFolder FOLDER = create(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The one folder of this process, made when first needed, gone when the process ends. */
  static SpillFolder shared() {
    return Shared.FOLDER;
  }

  static SpillFolder create(Path base) {
    try {
      sweep(base);
      ProcessHandle self = ProcessHandle.current();
      Path folder =
          Files.createTempDirectory(base, "candor-spill-" + self.pid() + "-" + started(self) + "-");
      SpillFolder spill = new SpillFolder(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> removeQuietly(folder)));
      return spill;
    } catch (IOException e) {
      throw new InputException(
          "Cannot make a folder for temporary files in "
              + base
              + " ("
              + e.getMessage()
              + "). Make that folder writable or free some space there.",
          e);
    }
  }

  Path folder() {
    return folder;
  }

  /** A new empty file, deleted at the latest when the channel is closed. */
  FileChannel open() throws IOException {
    return FileChannel.open(
        folder.resolve(Long.toString(NUMBER.incrementAndGet())),
        Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  private static void sweep(Path base) {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(base, "candor-spill-*")) {
      for (Path folder : old) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (name.matches()
            && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && !isAlive(name.group(1), name.group(2))) {
          removeQuietly(folder);
        }
      }
    } catch (IOException unreadable) {
      // Sweeping is a courtesy: what cannot be listed stays.
      return;
    }
  }

  private static boolean isAlive(String pid, String started) {
    try {
      Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
      return process.isPresent() && started(process.get()) == Long.parseLong(started);
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Removes the folder and the plain files in it; never goes deeper, never follows a link. */
  private static void removeQuietly(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException busyOrForeign) {
      // Another user's folder, or one in use: not ours to remove.
      return;
    }
  }
}
