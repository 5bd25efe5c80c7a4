package dev.candor.campaign.report;

import com.google.auto.service.AutoService;
import dev.candor.text.CsvCell;
import dev.candor.text.Visible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) in which no cell is a formula, and no character a command to a
 * terminal: there is no other way to write such a one than {@code \}{@code u{1B}}.
 */
@AutoService(TableFormat.class)
public final class CsvTables implements TableFormat {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public void write(Table table, Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(line(table.headings().stream().map(heading -> (Object) heading.name()).toList()));
      for (List<Object> row : table.rows()) {
        out.write(line(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers are no formulas, even negative ones. */
  private static String line(List<Object> cells) {
    return cells.stream()
            .map(cell ->
                cell instanceof Number ? cell.toString() : CsvCell.of(Visible.of(cell.toString())))
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}
