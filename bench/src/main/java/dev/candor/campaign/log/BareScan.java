package dev.candor.campaign.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * The least that any look at a log costs: {@code count(DISTINCT account)} of Parquet, in the same
 * engine with the same threads. Arguments: a folder of Parquet. Prints rows, accounts, seconds.
 */
public final class BareScan {
  private BareScan() {}

  public static void main(String[] arguments) throws Exception {
    List<Path> files = LogFiles.of(List.of(Path.of(arguments[0])));
    Engine engine = Engine.open(files, List.of(), Resources.standard());
    try {
      String source =
          files.stream()
              .map(file -> Engine.literal(file.toAbsolutePath().toString()))
              .toList()
              .toString();
      count(engine.connection(), source);
    } finally {
      engine.close();
    }
  }

  private static void count(Connection connection, String source) throws Exception {
    long begin = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*), count(DISTINCT account) FROM read_parquet(" + source + ")")) {
      rows.next();
      System.out.printf(
          Locale.ROOT,
          "%d %d %.2f%n",
          rows.getLong(1),
          rows.getLong(2),
          (System.nanoTime() - begin) / 1e9);
    }
  }
}
