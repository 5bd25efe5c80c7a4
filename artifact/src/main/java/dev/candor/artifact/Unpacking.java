package dev.candor.artifact;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Reads what an artifact holds, however it is packed, within {@link Limits}. Nothing is written
 * under a name from the artifact: contents are held in memory, or in a nameless file when large.
 */
public final class Unpacking {
  private Unpacking() {}

  /**
   * Hands every file of {@code path} to {@code visitor}: of a folder (sorted by name), of a tar or
   * zip archive (stored order), of archives within; or the file itself. What a file is, is told by
   * its content: gzip, tar, and zip with its kin (.tgz, .whl, .vsix, .jar) are opened.
   *
   * @param prefix stands in front of every entry's path
   * @return what was left out or looked wrong, one sentence each, a bounded number of them; free of
   *     control characters, but with names that the artifact chose
   * @throws InputException if {@code path} is not there or cannot be read at all
   */
  public static List<String> walk(Path path, String prefix, Limits limits, EntryVisitor visitor) {
    Notes notes = new Notes();
    Walk walk = new Walk(new Bounds(limits), notes, visitor);
    try {
      Path real = path.toRealPath();
      if (Files.isDirectory(real)) {
        new FolderReading(real, walk).run(prefix);
      } else if (Files.isRegularFile(real)) {
        file(real, prefix, walk);
      } else {
        throw new InputException(
            path
                + " is neither a file nor a folder. Give a package, an archive, a file or a folder.");
      }
    } catch (Bounds.WalkStopped e) {
      notes.add(path.toString(), e.reason());
    } catch (NoSuchFileException e) {
      throw new InputException("There is no " + path + ". Check the path.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          "Cannot read " + path + " (" + e.getMessage() + "). Check that you may read it.", e);
    }
    return notes.list();
  }

  private static void file(Path file, String prefix, Walk walk) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      Content content = new FileContent(channel, size);
      if (size > walk.limits().entryBytes() && Kind.of(content) == Kind.PLAIN) {
        walk.notes().add(name, "left out, it is too large");
      } else {
        walk.plainOrArchive(prefix + name, prefix, content, 0, null);
      }
    }
  }
}
