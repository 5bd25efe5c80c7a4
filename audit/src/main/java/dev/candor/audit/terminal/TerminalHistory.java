package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.ReportWords;
import dev.candor.audit.track.Border;
import dev.candor.audit.track.Entry;
import dev.candor.audit.track.History;
import dev.candor.audit.track.HistoryFormat;
import dev.candor.audit.track.HistoryWords;
import dev.candor.audit.track.Look;
import dev.candor.audit.track.State;
import dev.candor.audit.track.Stretch;
import dev.candor.core.Count;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A package's history for a person: when it came and went, the timeline, what changed where. */
@AutoService(HistoryFormat.class)
public final class TerminalHistory implements HistoryFormat {
  private static final int ITEMS = 24;
  private static final List<Integer> WIDTHS = List.of(22, 24, 9);

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(History history, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    page.heading(
        paint(history.state()), history.state().word() + ": " + HistoryWords.headline(history));
    history.periods().forEach(period -> HistoryWords.of(period).forEach(page::field));
    page.field("of", history.purl() + ", " + HistoryWords.extent(history));
    page.fields("looked", HistoryWords.looked(history));
    page.field("downloads", HistoryWords.downloads(history.downloaded()));
    new Sections(page, history, options.all()).write();
    page.flush();
  }

  private static Paint paint(State state) {
    return switch (state) {
      case PRESENT -> Paint.ALARM;
      case ABSENT -> Paint.CALM;
      case UNCLEAR -> Paint.DOUBT;
    };
  }

  private record Sections(Page page, History history, boolean all) {
    void write() {
      page.blank();
      row("versions", "published", "looked at", "", Paint.DIM);
      if (all) {
        history.entries().forEach(this::line);
      } else {
        history.stretches().forEach(this::line);
      }
      history.borders().forEach(this::border);
      list("Versions that are not there", HistoryWords.missing(history));
      list("Could not be looked at", HistoryWords.failures(history));
      list(
          "Deprecated by the publisher",
          history.deprecated().stream()
              .map(one -> one.version() + ": " + one.deprecated().orElse(""))
              .toList());
      list(ReportWords.NOTES, history.notes());
    }

    private void list(String title, List<String> items) {
      page.list(title, shown(items));
      rest(items);
    }

    private List<String> shown(List<String> items) {
      return all || items.size() <= ITEMS ? items : items.subList(0, ITEMS);
    }

    private void rest(List<String> items) {
      int left = items.size() - shown(items).size();
      if (left > 0) {
        page.aside("… %s more; --all shows them".formatted(Count.of(left, "item")));
      }
    }

    private void line(Stretch stretch) {
      row(
          HistoryWords.range(
              HistoryWords.version(stretch.first()), HistoryWords.version(stretch.last())),
          HistoryWords.days(stretch),
          "%d of %d".formatted(stretch.seen(), stretch.entries().size()),
          stretch.word() + mechanism(stretch.look()),
          paint(stretch.look()));
    }

    private void line(Entry entry) {
      Optional<Look> look = entry.look();
      row(
          HistoryWords.version(entry),
          HistoryWords.minute(entry.version()),
          entry.isSeen() ? "yes" : "no",
          look.map(one -> one.state().word()).orElse("not looked at") + mechanism(look),
          paint(look));
    }

    /** Its id tells something only beside another one. */
    private String mechanism(Optional<Look> look) {
      boolean several =
          history.entries().stream()
                  .flatMap(entry -> entry.look().flatMap(Look::mechanism).stream())
                  .distinct()
                  .limit(2)
                  .count()
              > 1;
      return look.filter(_ -> several).flatMap(Look::mechanism).map(id -> "  " + id).orElse("");
    }

    private static Paint paint(Optional<Look> look) {
      return look.map(one -> TerminalHistory.paint(one.state())).orElse(Paint.DIM);
    }

    private void row(String versions, String published, String seen, String state, Paint paint) {
      int rest = page.width() - WIDTHS.stream().mapToInt(width -> width + 2).sum() - 2;
      page.row(
          List.of(
              Grid.Part.of(versions, Paint.PLAIN),
              Grid.Part.of(published, Paint.PLAIN),
              Grid.Part.of(seen, Paint.PLAIN),
              Grid.Part.of(state, paint)),
          List.of(WIDTHS.get(0), WIDTHS.get(1), WIDTHS.get(2), Math.max(10, rest)));
    }

    private void border(Border border) {
      page.blank();
      page.heading(Paint.BOLD, border.title());
      border.difference().reasons().forEach(page::aside);
      items("appeared", border.appeared(all));
      items("changed", border.changed(all));
      items("vanished", border.vanished(all));
    }

    private void items(String verb, List<String> items) {
      shown(items).forEach(item -> page.item(verb + ": " + item));
      rest(items);
    }
  }
}
