package dev.candor.fleet.inventory.format;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFormat;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.Setting;
import dev.candor.text.Visible;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table for people: what is where. Places are never cut, since they are what is acted on. */
@AutoService(InventoryFormat.class)
public final class TerminalInventory implements InventoryFormat {
  private static final String INDENT = "  ";
  private static final int WIDEST = 40;

  /** Characters of a note that are shown; the other formats have all. */
  private static final int NOTE = 240;

  private static final int NOT_SEEN_SHOWN = 10;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(Fleet fleet, ReportOptions options, OutputStream out) {
    PrintWriter lines = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    fleet.each(inventory -> machine(inventory, options.all(), lines));
    lines.flush();
  }

  private static void machine(Inventory inventory, boolean all, PrintWriter out) {
    List<Installation> installations = inventory.installations();
    long tools = installations.stream().map(Installation::tool).distinct().count();
    out.println(
        installations.isEmpty()
            ? "No AI coding tool was found on " + Visible.of(inventory.machine())
            : "%s of %s on %s"
                .formatted(
                    counted(installations.size(), "installation"),
                    counted(tools, "tool"),
                    Visible.of(inventory.machine())));
    out.println(INDENT + "taken   " + inventory.taken());
    out.println(INDENT + "root    " + Visible.of(inventory.root()));
    if (!inventory.system().isEmpty()) {
      out.println(INDENT + "system  " + Visible.of(inventory.system()));
    }
    table(
        "Installed",
        installations.stream()
            .map(one ->
                List.of(one.tool(), one.version().orElse("?"), one.means().word(), one.place()))
            .toList(),
        out);
    table("Running", inventory.processes().stream().map(TerminalInventory::process).toList(), out);
    table(
        "Endpoints and proxies",
        inventory.settings().stream().map(TerminalInventory::setting).toList(),
        out);
    notSeen(inventory.notSeen(), all, out);
    out.println();
  }

  private static List<String> process(RunningTool one) {
    return List.of(one.tool(), Long.toString(one.pid()), one.place());
  }

  private static List<String> setting(Setting one) {
    return List.of(one.tool(), one.purpose().word(), one.key(), one.value() + " in " + one.place());
  }

  private static void notSeen(List<String> notes, boolean all, PrintWriter out) {
    if (notes.isEmpty()) {
      return;
    }
    heading("Not seen", out);
    int shown = all ? notes.size() : Math.min(NOT_SEEN_SHOWN, notes.size());
    notes
        .subList(0, shown)
        .forEach(note -> out.println(INDENT + "- " + Visible.of(abridged(note))));
    if (shown < notes.size()) {
      out.println(INDENT + "- and " + (notes.size() - shown) + " more; --all shows them");
    }
  }

  /** A place may be as deep as the file system lets it; its beginning and the reason are kept. */
  private static String abridged(String note) {
    return note.length() <= NOTE
        ? note
        : note.substring(0, NOTE / 2) + " … " + note.substring(note.length() - NOTE / 2);
  }

  /** Columns as wide as their widest cell, but for the last. */
  private static void table(String title, List<List<String>> rows, PrintWriter out) {
    if (rows.isEmpty()) {
      return;
    }
    heading(title, out);
    List<List<String>> visible =
        rows.stream().map(row -> row.stream().map(Visible::of).toList()).toList();
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < visible.getFirst().size(); i++) {
      int column = i;
      widths.add(
          visible.stream()
              .mapToInt(row -> row.get(column).length())
              .filter(width -> width <= WIDEST)
              .max()
              .orElse(WIDEST));
    }
    for (List<String> row : visible) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(INDENT).append(row.get(i));
        if (i < row.size() - 1) {
          line.append(" ".repeat(Math.max(0, widths.get(i) - row.get(i).length())));
        }
      }
      out.println(line);
    }
  }

  private static void heading(String title, PrintWriter out) {
    out.println();
    out.println(title);
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
