package dev.candor.audit.decoding;

import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.Doubt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks in logs for what known mechanisms would have sent. */
public final class Decoding {
  /** Sightings that are shown one by one; further ones are counted. */
  private static final int MOST_KEPT = 10_000;

  /** Sightings of one log whose places are looked up in a second reading. */
  private static final int MOST_UNPLACED = 100_000;

  private static final int MOST_NOT_SEEN = 100;

  private final List<Needle> needles;
  private final HarMarks har;
  private final Tally tally = new Tally(MOST_KEPT);
  private final List<String> notSeen = new ArrayList<>();
  private long files;
  private long bytes;
  private boolean whole = true;

  /**
   * @throws InputException if two have the same name
   */
  public Decoding(List<Mechanism> mechanisms) {
    Set<String> names = new HashSet<>();
    for (Mechanism one : mechanisms) {
      if (!names.add(one.name())) {
        throw new InputException(
            "Two mechanisms are named " + one.name() + ". Give one of them, or another name.");
      }
    }
    needles = Needle.of(mechanisms);
    har = new HarMarks(mechanisms);
  }

  /**
   * Reads a log, or all files of a folder, in the order of their names; links in it are not
   * followed.
   *
   * @throws InputException if there is no such file, or it must not be read
   */
  public void read(Path path) {
    if (Files.isDirectory(path)) {
      files(path).forEach(file -> read(Log.of(file)));
    } else if (Files.isReadable(path)) {
      read(Log.of(path));
    } else if (Files.exists(path)) {
      throw new InputException(path + " cannot be read: permission denied. Check its permissions.");
    } else {
      throw new InputException(
          "There is no file " + path + ". Name a log, a folder, or - for standard input.");
    }
  }

  /**
   * Reads a stream, which is not closed.
   *
   * @param name for messages and places
   */
  public void read(String name, InputStream in) {
    read(new Log(name, () -> in, false));
  }

  /** What was found so far. */
  public Decoded decoded(Engine engine, Instant now) {
    return new Decoded(
        files, bytes, tally.meanings(), tally.kept(), tally.more(), whole, notSeen, engine, now);
  }

  private void read(Log log) {
    files++;
    List<Hit> unplaced = new ArrayList<>();
    LogScan scan =
        new LogScan(
            needles,
            hit -> tally.add(sighting(log, hit)),
            hit -> {
              if (unplaced.size() < MOST_UNPLACED) {
                unplaced.add(hit);
              } else {
                tally.add(sighting(log, hit));
              }
            });
    try {
      // Not closed where it is somebody else's.
      InputStream in = log.open();
      try {
        scan.run(in);
      } finally {
        if (log.again()) {
          in.close();
        }
      }
      place(log, unplaced);
      if (log.again()) {
        har.read(log, tally::add);
      }
    } catch (IOException | UncheckedIOException e) {
      whole = false;
      missed(log.name() + ": " + reason(e));
    }
    unplaced.forEach(hit -> tally.add(sighting(log, hit)));
    bytes += scan.bytes();
  }

  /** A second reading, as JSON. */
  private void place(Log log, List<Hit> unplaced) throws IOException {
    if (unplaced.isEmpty()) {
      return;
    }
    if (!log.again()) {
      missed(log.name() + ": times and places in JSON over several lines; name a file instead");
      return;
    }
    int placed;
    try (InputStream in = log.open()) {
      placed = JsonPlaces.complete(in, unplaced, 0);
    }
    if (placed < unplaced.size()) {
      missed(
          "%s: times and places of %d sentences, since not all of it is JSON"
              .formatted(log.name(), unplaced.size() - placed));
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return "broke off after what was read (%s)"
        .formatted(message == null ? e.getClass().getSimpleName() : message);
  }

  private void missed(String what) {
    if (notSeen.size() < MOST_NOT_SEEN) {
      notSeen.add(what);
    }
  }

  private static Sighting sighting(Log log, Hit hit) {
    List<Said> said = new ArrayList<>();
    for (Mark mark : hit.needle.marks()) {
      String symbol = hit.sentence.slots().getOrDefault(mark.slot(), "");
      said.add(new Said(mark, symbol, Doubt.about(mark, hit.sentence, hit.around)));
    }
    return new Sighting(
        new Sighting.Place(log.name(), hit.start, hit.line, hit.pointer),
        hit.time(),
        hit.needle.mechanism(),
        hit.needle.carrier(),
        hit.text,
        said);
  }

  private List<Path> files(Path folder) {
    TreeSet<Path> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              whole = false;
              missed(file + ": " + Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new InputException(
          folder + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
    }
    return List.copyOf(found);
  }
}
