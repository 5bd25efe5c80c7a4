package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.ReportWords;
import dev.candor.audit.difference.Delta;
import dev.candor.audit.difference.Deltas;
import dev.candor.audit.difference.Difference;
import dev.candor.audit.difference.DifferenceFormat;
import dev.candor.audit.difference.DifferenceItems;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.StaticFindings;
import java.io.OutputStream;
import java.util.List;

/**
 * The difference for a person: covert flows that appeared or changed, with what they use, before
 * anything else; then other findings; what vanished last.
 */
@AutoService(DifferenceFormat.class)
public final class TerminalDifference implements DifferenceFormat {
  private static final int ITEMS = 24;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(Difference difference, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    Paint paint = paint(difference);
    difference.headlines().forEach(line -> page.heading(paint, line));
    page.field("old", ReportWords.identity(difference.older().subject()));
    page.field("new", ReportWords.identity(difference.newer().subject()));
    new Sections(page, difference, options.all()).write();
    page.list("Not seen in the old", difference.older().findings().notSeen());
    page.list("Not seen in the new", difference.newer().findings().notSeen());
    page.flush();
  }

  private static Paint paint(Difference difference) {
    Report newer = difference.newer();
    if (newer.findings().flows().stream().anyMatch(Flow::covert)) {
      return Paint.ALARM;
    }
    return newer.inconclusive() ? Paint.DOUBT : Paint.CALM;
  }

  /** Differences in the order of their weight. */
  private record Sections(
      Page page,
      Difference difference,
      boolean all,
      TableSection tables,
      FlowSection before,
      FlowSection now,
      DifferenceItems items) {
    Sections(Page page, Difference difference, boolean all) {
      StaticFindings older = difference.older().findings();
      StaticFindings newer = difference.newer().findings();
      this(
          page,
          difference,
          all,
          new TableSection(page, all),
          new FlowSection(page, older, all),
          new FlowSection(page, newer, all),
          new DifferenceItems(older, newer, all));
    }

    void write() {
      Deltas come = difference.mechanism();
      come.flows().appeared().forEach(flow -> now.summary("appeared  covert flow", flow));
      come.flows().changed().forEach(this::changed);
      if (come.flows().isEmpty() && !come.isEmpty()) {
        difference
            .unchangedCovertFlows()
            .forEach(flow -> now.summary("unchanged  covert flow", flow));
      }
      come.tables().appeared().forEach(table -> tables.hidden("appeared", table));
      lists(withoutTables(come), " with it");
      String also = come.isEmpty() ? "" : " otherwise";
      list("Appeared" + also, items.appeared(difference.rest()));
      list("Changed" + also, items.changed(difference.rest()));
      Deltas gone = difference.gone();
      gone.flows().vanished().forEach(flow -> before.summary("vanished  covert flow", flow));
      gone.tables().vanished().forEach(table -> tables.hidden("vanished", table));
      lists(withoutTables(gone), " with it");
      list("Vanished" + (gone.isEmpty() ? "" : " otherwise"), items.vanished(difference.rest()));
    }

    private void changed(Delta.Change<Flow> change) {
      now.summary("changed  covert flow", change.newer());
      page.aside(DifferenceItems.before(change.older()));
    }

    private void lists(Deltas deltas, String with) {
      list("Appeared" + with, items.appeared(deltas));
      list("Changed" + with, items.changed(deltas));
      list("Vanished" + with, items.vanished(deltas));
    }

    private void list(String title, List<String> lines) {
      int shown = all ? lines.size() : Math.min(ITEMS, lines.size());
      page.list(title, lines.subList(0, shown));
      if (shown < lines.size()) {
        page.aside(
            "… %d more; --all shows them, --json FILE keeps them".formatted(lines.size() - shown));
      }
    }

    /** Those that have sections of their own; changed ones have not. */
    private static Deltas withoutTables(Deltas deltas) {
      Delta<HiddenTable> changed = new Delta<>(List.of(), deltas.tables().changed(), List.of());
      return new Deltas(
          deltas.flows(), changed, deltas.unreadable(), deltas.encoders(), deltas.probes());
    }
  }
}
