package dev.candor.audit.track;

import dev.candor.artifact.WholeFile;
import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.HostileJson;
import dev.candor.audit.json.JsonFormat;
import dev.candor.audit.verify.Rebuilt;
import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports, by what they depend on and by the engine: {@code ENGINE/HEX.json} in a folder. A file
 * that is of no use counts as none.
 */
public final class ReportCache {
  /** Of a report; a larger one is not kept. */
  static final int MOST_BYTES = 16 << 20;

  private static final String SUFFIX = ".json";
  private static final String DEVELOPMENT = "-SNAPSHOT";

  private final Path root;
  private final Path folder;
  private final Engine engine;
  private final int mostFiles;

  /**
   * @param root the folder
   * @param mostFiles of all engines together; the oldest go first
   * @param code what of the engine makes such reports
   */
  public ReportCache(Path root, Engine engine, int mostFiles, List<Class<?>> code) {
    this.root = root;
    folder = root.resolve(build(engine, code));
    this.engine = engine;
    this.mostFiles = mostFiles;
  }

  /**
   * The report as far as conclusions rest on it.
   *
   * @param purl of which it must speak
   * @param key all that it depends on beside the engine
   */
  public Optional<Report> find(String purl, String key) {
    Path file = file(key);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Report report =
          Rebuilt.report(file.getFileName().toString(), HostileJson.bytes(file, MOST_BYTES));
      return Optional.of(report)
          .filter(known -> known.subject().purl().equals(purl))
          .filter(known -> known.engine().version().equals(engine.version()));
    } catch (InputException e) {
      return Optional.empty(); // It will be made again, and written anew.
    }
  }

  /**
   * Keeps it, so that a reader finds all of it or nothing.
   *
   * @throws InputException if the folder cannot be written
   */
  public void store(String key, Report report) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new JsonFormat().write(report, ReportOptions.PLAIN, text);
    if (text.size() > MOST_BYTES) {
      return;
    }
    try {
      WholeFile.write(file(key), text.toByteArray());
      makeRoom();
    } catch (IOException e) {
      throw new InputException(
          ("%s cannot be written (%s). Correct its permissions, free some space, or set"
                  + " XDG_CACHE_HOME to another folder.")
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
  }

  private void makeRoom() throws IOException {
    try (Stream<Path> files = Files.walk(root, 2)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
      if (all.size() > mostFiles) {
        List<Path> oldest = all.stream().sorted(Comparator.comparing(ReportCache::time)).toList();
        for (Path file : oldest.subList(0, all.size() - mostFiles)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // Another process has removed it.
    }
  }

  private Path file(String key) {
    return folder.resolve(Sha256.hex(key) + SUFFIX);
  }

  /** A version that is being worked on may conclude otherwise tomorrow: then its build counts. */
  private static String build(Engine engine, List<Class<?>> code) {
    String version = engine.version().replaceAll("[^A-Za-z0-9.+-]", "_");
    return engine.version().endsWith(DEVELOPMENT)
        ? version + "-" + code.stream().mapToLong(ReportCache::built).max().orElse(0)
        : version;
  }

  private static long built(Class<?> type) {
    try {
      Path code = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path file =
          Files.isDirectory(code)
              ? code.resolve(type.getName().replace('.', '/') + ".class")
              : code;
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("where Candor's own code lies cannot be told", e);
    }
  }
}
