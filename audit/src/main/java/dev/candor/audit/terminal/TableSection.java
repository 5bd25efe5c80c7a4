package dev.candor.audit.terminal;

import dev.candor.audit.ReportWords;
import dev.candor.audit.Rule;
import dev.candor.audit.rule.HiddenTableRule;
import dev.candor.audit.rule.UnreadableTableRule;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.UnreadableTable;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.List;

/** One table on the page. */
final class TableSection {
  private static final Rule HIDDEN = new HiddenTableRule();
  private static final Rule UNREADABLE = new UnreadableTableRule();

  /** Two screens of places help nobody; the JSON report has all. */
  private static final int PLACES = 6;

  private static final int ENTRIES = 24;
  private static final int RECOVERY = 400;

  private final Page page;
  private final boolean all;

  TableSection(Page page, boolean all) {
    this.page = page;
    this.all = all;
  }

  void hidden(HiddenTable table) {
    hidden(HIDDEN.id(), table);
  }

  /** A hidden table with {@code mark} before its title. */
  void hidden(String mark, HiddenTable table) {
    head(mark + "  " + HIDDEN.title(), table.id());
    body(table);
  }

  /** What decoded to text but does not read as a list; no rule speaks of it. */
  void rest(HiddenTable table) {
    head(ReportWords.NO_LIST, table.id());
    body(table);
  }

  private void body(HiddenTable table) {
    page.field("encoding", String.join(", then ", table.encoding()));
    page.field("recovery", Visible.of(ReportWords.of(table.recovery()), RECOVERY));
    places("stored", table.places());
    places("used", table.uses());
    entries(table.entries(), table.entries().size() == 1 ? "entry" : "entries");
  }

  void unreadable(UnreadableTable table) {
    head(UNREADABLE.id() + "  " + UNREADABLE.title(), table.id());
    page.field("kind", table.kind());
    places("stored", table.places());
    entries(table.values(), table.values().size() == 1 ? "value" : "values");
  }

  private void head(String title, String id) {
    page.blank();
    page.heading(Paint.BOLD, title + "  " + id);
  }

  private void places(String label, List<Location> places) {
    if (places.isEmpty()) {
      return;
    }
    int shown = all ? places.size() : Math.min(PLACES, places.size());
    List<String> lines =
        new ArrayList<>(places.stream().limit(shown).map(Location::toString).toList());
    if (shown < places.size()) {
      lines.add("… and " + (places.size() - shown) + " more places");
    }
    page.fields(label, lines);
  }

  private void entries(List<String> entries, String noun) {
    int shown = all || entries.size() <= ENTRIES ? entries.size() : ENTRIES;
    page.field(noun, Integer.toString(entries.size()));
    page.columns(entries.subList(0, shown));
    if (shown < entries.size()) {
      page.aside(
          "… %d more; --all shows them, --json FILE keeps them".formatted(entries.size() - shown));
    }
  }
}
