package dev.candor.fleet.inventory.format;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that was found, as a row of texts; a column that a kind of thing does not have is
 * empty.
 */
record Row(Map<Column, String> cells) {
  /** In this order. */
  enum Column {
    KIND("kind"),
    MACHINE("machine"),
    TAKEN("taken"),
    TOOL("tool"),
    VERSION("version"),
    PURL("purl"),
    MEANS("means"),
    PLACE("place"),
    SHA256("sha256"),
    PURPOSE("purpose"),
    KEY("key"),
    VALUE("value"),
    PID("pid"),
    NOTE("note");

    private final String heading;

    Column(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  String cell(Column column) {
    return cells.getOrDefault(column, "");
  }

  /** Those of a machine: installations, settings, processes, what was not seen. */
  static Stream<Row> of(Inventory inventory) {
    return Stream.of(
            inventory.installations().stream().map(one -> installation(inventory, one)),
            inventory.settings().stream().map(one -> setting(inventory, one)),
            inventory.processes().stream().map(one -> process(inventory, one)),
            inventory.notSeen().stream().map(note -> notSeen(inventory, note)))
        .flatMap(rows -> rows);
  }

  private static Row installation(Inventory inventory, Installation one) {
    Row row = begin(inventory, "installation");
    row.put(Column.TOOL, one.tool());
    row.put(Column.VERSION, one.version());
    row.put(Column.PURL, one.purl());
    row.put(Column.MEANS, one.means().word());
    row.put(Column.PLACE, one.place());
    row.put(Column.SHA256, one.sha256());
    row.put(Column.NOTE, String.join("; ", one.evidence()));
    return row;
  }

  private static Row setting(Inventory inventory, Setting one) {
    Row row = begin(inventory, "setting");
    row.put(Column.TOOL, one.tool());
    row.put(Column.PLACE, one.place());
    row.put(Column.PURPOSE, one.purpose().word());
    row.put(Column.KEY, one.key());
    row.put(Column.VALUE, one.value());
    return row;
  }

  private static Row process(Inventory inventory, RunningTool one) {
    Row row = begin(inventory, "process");
    row.put(Column.TOOL, one.tool());
    row.put(Column.PURL, one.purl());
    row.put(Column.PLACE, one.place());
    row.put(Column.PID, Long.toString(one.pid()));
    return row;
  }

  private static Row notSeen(Inventory inventory, String note) {
    Row row = begin(inventory, "not-seen");
    row.put(Column.NOTE, note);
    return row;
  }

  private static Row begin(Inventory inventory, String kind) {
    Row row = new Row(new EnumMap<>(Column.class));
    row.put(Column.KIND, kind);
    row.put(Column.MACHINE, inventory.machine());
    row.put(Column.TAKEN, inventory.taken().toString());
    return row;
  }

  private void put(Column column, String cell) {
    cells.put(column, cell);
  }

  private void put(Column column, Optional<String> cell) {
    cell.ifPresent(text -> cells.put(column, text));
  }
}
