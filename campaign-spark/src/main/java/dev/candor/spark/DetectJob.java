package dev.candor.spark;

import dev.candor.campaign.detect.Detection;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.detect.Options;
import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.log.Resources;
import dev.candor.campaign.report.Summary;
import dev.candor.campaign.report.TableFormat;
import dev.candor.campaign.report.Tables;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Finds campaigns on Spark, and writes and prints what the command does without it. */
record DetectJob(PrintWriter results, PrintWriter messages) {
  private static final int NO_CAMPAIGN = 0;
  private static final int CAMPAIGNS = 1;
  private static final int MOST_ACCOUNTS = 1_000_000;
  private static final int MOST_DECOYS = 100;

  /** Of DuckDB in the driver, which looks at the files' columns and writes the tables. */
  private static final long DUCKDB_MEMORY = 512L << 20;

  int run(Request request) {
    TableFormat format = TableFormat.named(request.option("tables").orElse("parquet"));
    Options usual = Options.STANDARD;
    Options options =
        new Options(
            request.number("smallest", usual.smallest(), 4, MOST_ACCOUNTS),
            request.number("decoys", usual.decoys(), 1, MOST_DECOYS));
    Path folder = folder(request.place("output").orElseThrow());
    Path spill =
        request.place("spill").orElse(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    Findings findings;
    Rejects rejects;
    LostWorkers lost = new LostWorkers(messages);
    try (Session session =
        Session.start(request.option("master"), request.option("executor-memory"), spill)) {
      try {
        session.spark().sparkContext().addSparkListener(lost);
        SparkLog log = open(session, request);
        findings = Detection.of(log.engine(), options);
        rejects = log.rejects();
      } catch (RuntimeException e) {
        throw session.ended().<RuntimeException>map(why -> new InputException(why, e)).orElse(e);
      } finally {
        lost.over();
      }
    }
    Tables.write(findings, folder, format);
    request.place("rejects").ifPresent(file -> write(rejects, file));
    rejects.lines().forEach(line -> messages.println(Visible.of(line)));
    messages.flush();
    Summary.print(results, findings);
    return findings.campaigns().isEmpty() ? NO_CAMPAIGN : CAMPAIGNS;
  }

  private static SparkLog open(Session session, Request request) {
    Resources resources = new Resources(DUCKDB_MEMORY, 1, session.folder());
    return SparkLog.open(session.spark(), request.logs(), resources, Instant.now());
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(
          "cannot write into %s: %s. Name another folder.".formatted(folder, e.getMessage()), e);
    }
  }

  private static void write(Rejects rejects, Path file) {
    Path draft = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        rejects.write(out);
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InputException(
          "cannot write %s: %s. Free some space or name another place."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
