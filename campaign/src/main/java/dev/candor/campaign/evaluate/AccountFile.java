package dev.candor.campaign.evaluate;

import dev.candor.campaign.log.Engine;
import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads labels and members: Parquet, CSV or JSON lines with a line an account. */
public final class AccountFile {
  private static final String PARQUET = "PAR1";

  private AccountFile() {}

  /**
   * Reads labels, with the columns {@code account}, {@code campaign} and {@code kind}.
   *
   * @throws InputException if the file cannot be read, or has not those columns
   */
  public static Labels labels(Path file) {
    Map<String, Labels.Label> labels = new HashMap<>();
    read(
        file,
        List.of("account", "campaign", "kind"),
        row -> labels.put(row[0], new Labels.Label(row[1], row[2])));
    return new Labels(labels);
  }

  /**
   * Reads members, with the columns {@code account} and {@code campaign}.
   *
   * @throws InputException if the file cannot be read, or has not those columns
   */
  public static Map<String, String> members(Path file) {
    Map<String, String> members = new HashMap<>();
    read(file, List.of("account", "campaign"), row -> members.put(row[0], row[1]));
    return members;
  }

  private interface Row {
    void take(String[] cells);
  }

  private static void read(Path file, List<String> columns, Row row) {
    try {
      String from = source(file);
      Engine engine = Engine.open(List.of(file), List.of(), Resources.standard());
      try (Statement statement = engine.connection().createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT %s FROM %s"
                      .formatted(
                          String.join(
                              ", ",
                              columns.stream()
                                  .map(column -> "coalesce(CAST(" + column + " AS VARCHAR), '')")
                                  .toList()),
                          from))) {
        while (rows.next()) {
          String[] cells = new String[columns.size()];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = rows.getString(i + 1);
          }
          row.take(cells);
        }
      } finally {
        engine.close();
      }
    } catch (SQLException | IOException e) {
      throw new InputException(
          "%s cannot be read as a table with the columns %s: %s. Write Parquet, CSV or JSON lines."
              .formatted(
                  file,
                  String.join(", ", columns),
                  String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  private static String source(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(PARQUET.length());
    }
    String begin = new String(head, StandardCharsets.ISO_8859_1);
    String literal = Engine.literal(file.toAbsolutePath().toString());
    if (begin.equals(PARQUET)) {
      return "read_parquet(" + literal + ")";
    }
    return begin.startsWith("{")
        ? "read_json(" + literal + ", format='newline_delimited')"
        : "read_csv(" + literal + ", header=true, all_varchar=true)";
  }
}
