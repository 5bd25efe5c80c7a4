package dev.candor.fleet.inventory.format;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.InventoryFormat;
import dev.candor.text.CsvCell;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line for each thing that was found, for spreadsheets (RFC 4180). No cell is a formula, and none
 * has a character that acts on a terminal.
 */
@AutoService(InventoryFormat.class)
public final class CsvInventory implements InventoryFormat {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public void write(Fleet fleet, ReportOptions options, OutputStream out) {
    try {
      line(out, Stream.of(Row.Column.values()).map(Row.Column::heading));
      fleet.each(inventory ->
          Row.of(inventory)
              .forEach(row -> line(out, Stream.of(Row.Column.values()).map(row::cell))));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(OutputStream out, Stream<String> cells) {
    String line =
        cells.map(cell -> CsvCell.of(Visible.of(cell))).collect(Collectors.joining(",")) + "\r\n";
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
