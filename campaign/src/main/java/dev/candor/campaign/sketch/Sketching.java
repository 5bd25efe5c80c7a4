package dev.candor.campaign.sketch;

import dev.candor.campaign.log.Engine;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Lines;
import dev.candor.campaign.log.Reject;
import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes an exchange log with sketches of one with texts; the texts are written nowhere. */
public final class Sketching {
  private final SketchRequest request;
  private final TextLine line;
  private final Rejects rejects = new Rejects();

  private Sketching(SketchRequest request) {
    this.request = request;
    line = new TextLine(request);
  }

  /**
   * Writes the log.
   *
   * @param output {@code .parquet}, or {@code .jsonl} for JSON lines
   * @param now what is a day later is in the future
   * @throws InputException if a file cannot be read, or the output has another name or cannot be
   *     written
   */
  public static Sketched write(
      SketchRequest request, Path output, Resources resources, Instant now) {
    String name = output.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".parquet") && !name.endsWith(".jsonl")) {
      throw new InputException(
          "%s is neither .parquet nor .jsonl. Name the output so, by what it is to be."
              .formatted(output));
    }
    for (Path file : request.files()) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new InputException(
            "There is no file %s that can be read. Name JSON lines with texts.".formatted(file));
      }
    }
    Path folder = makeFolder(resources.spill());
    List<Path> drafts = new ArrayList<>();
    try {
      Sketching sketching = new Sketching(request);
      for (Path file : request.files()) {
        Path draft = folder.resolve(drafts.size() + ".jsonl");
        drafts.add(draft);
        sketching.sketch(file, draft);
      }
      return sketching.convert(drafts, output, resources, now);
    } finally {
      drafts.add(folder);
      drafts.forEach(Sketching::delete);
    }
  }

  private static Path makeFolder(Path in) {
    try {
      return Files.createTempDirectory(in, "candor-sketch-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for each line, so that their numbers stay. */
  private void sketch(Path file, Path draft) {
    try (InputStream in = Files.newInputStream(file);
        BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
      Lines lines = new Lines(in, TextLine.LONGEST);
      while (lines.next()) {
        if (!lines.blank()) {
          try {
            out.write(line.sketched(text(lines)));
          } catch (IllegalArgumentException e) {
            rejects.add(
                new Reject(file.toString(), lines.number(), String.valueOf(e.getMessage())));
          }
        }
        out.write('\n');
      }
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read: %s. Copy it again.".formatted(file, e.getMessage()), e);
    }
  }

  private static String text(Lines lines) {
    if (lines.tooLong()) {
      throw new IllegalArgumentException("the line is longer than 16 MiB");
    }
    Optional<String> text = lines.text();
    return text.orElseThrow(() -> new IllegalArgumentException("no UTF-8"));
  }

  private Sketched convert(List<Path> drafts, Path output, Resources resources, Instant now) {
    Path folder = Optional.ofNullable(output.toAbsolutePath().getParent()).orElse(output);
    Path part = folder.resolve("." + UUID.randomUUID() + ".part");
    boolean parquet = output.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    try (ExchangeLog log = ExchangeLog.open(drafts, List.of(folder), resources, now);
        Statement statement = log.connection().createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM exchange) TO %s (FORMAT %s)"
              .formatted(Engine.literal(part.toString()), parquet ? "parquet" : "json"));
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
      rejects.addAll(log.rejects(), draft -> origin(draft, drafts));
      return new Sketched(count(statement), rejects);
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    } catch (IOException e) {
      throw new InputException(
          "cannot write %s: %s. Name another place.".formatted(output, e.getMessage()), e);
    } finally {
      delete(part);
    }
  }

  private String origin(String draft, List<Path> drafts) {
    return request.files().get(drafts.indexOf(Path.of(draft))).toString();
  }

  private static long count(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM exchange")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What is left holds no text, and lies in the folder for temporary files.
      return;
    }
  }
}
