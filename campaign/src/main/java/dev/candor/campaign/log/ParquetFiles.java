package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of a log that have the same columns with the same types.
 *
 * @param types of the columns that they have, as DuckDB names them
 */
public record ParquetFiles(List<Path> files, Map<Column, String> types) {
  public ParquetFiles {
    files = List.copyOf(files);
  }

  /**
   * Looks at the files of a log, not at their rows.
   *
   * @param paths Parquet; a folder stands for the files in it
   * @throws InputException if one is no Parquet, or no log
   */
  public static List<ParquetFiles> of(List<Path> paths, Resources resources) {
    List<Path> files = LogFiles.of(paths);
    try {
      Engine engine = Engine.open(files, List.of(), resources);
      try {
        Map<Map<Column, String>, List<Path>> alike = new LinkedHashMap<>();
        for (Path file : files) {
          requireParquet(file);
          Map<Column, String> types = ParquetColumns.of(engine.connection(), file);
          LogFiles.requireIn(file, types.keySet());
          alike.computeIfAbsent(types, any -> new ArrayList<>()).add(file);
        }
        return alike.entrySet().stream()
            .map(group -> new ParquetFiles(group.getValue(), group.getKey()))
            .toList();
      } finally {
        engine.close();
      }
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  private static void requireParquet(Path file) {
    try {
      if (LogFormat.of(file) != LogFormat.PARQUET) {
        throw new InputException(
            "%s is no Parquet, and with --engine spark logs are Parquet. Write it as such, or leave out --engine spark."
                .formatted(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
