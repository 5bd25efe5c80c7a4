package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.text.OddityWords;
import dev.candor.audit.text.TextFormat;
import dev.candor.audit.text.TextReport;
import dev.candor.core.Count;
import dev.candor.text.odd.Examination;
import dev.candor.text.odd.Examination.Located;
import dev.candor.text.odd.Oddity;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is odd in a text for a person: one entry for each character and reason, with its places. */
@AutoService(TextFormat.class)
public final class TerminalText implements TextFormat {
  private static final int GROUPS = 24;
  private static final int PLACES = 3;
  private static final int SPELLED = 400;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(TextReport report, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    Examination examination = report.examination();
    page.heading(report.isOdd() ? Paint.ALARM : Paint.CALM, headline(report));
    examination.spelled().ifPresent(text -> page.field("spells", spelled(text)));
    new Groups(page, options.all()).write("", examination.findings(), examination.findingsInAll());
    new Groups(page, options.all()).write("Notes", examination.notes(), examination.notesInAll());
    page.flush();
  }

  private static String headline(TextReport report) {
    String name = report.file().name();
    return report.isOdd()
        ? "%s: %s that a reader would not notice"
            .formatted(name, Count.of(report.examination().findingsInAll(), "odd place"))
        : name + ": nothing odd";
  }

  private static String spelled(String text) {
    return '"' + (text.length() > SPELLED ? text.substring(0, SPELLED) + "…" : text) + '"';
  }

  private record Groups(Page page, boolean all) {
    void write(String title, List<Located> places, long inAll) {
      if (places.isEmpty()) {
        return;
      }
      if (!title.isEmpty()) {
        page.blank();
        page.heading(Paint.BOLD, title);
      }
      Map<String, List<Located>> groups = new LinkedHashMap<>();
      for (Located place : places) {
        groups.computeIfAbsent(key(place), k -> new ArrayList<>()).add(place);
      }
      groups.values().stream().limit(all ? groups.size() : GROUPS).forEach(this::group);
      if (!all && groups.size() > GROUPS) {
        page.aside("… %d more kinds; --all shows them".formatted(groups.size() - GROUPS));
      }
      if (inAll > places.size()) {
        page.aside("… %d more places".formatted(inAll - places.size()));
      }
    }

    private static String key(Located place) {
      String character = place.odd().codePoints().limit(1).boxed().toList().toString();
      return place.oddity().rule().id() + character + place.oddity().usual();
    }

    private void group(List<Located> places) {
      Oddity oddity = places.getFirst().oddity();
      page.blank();
      page.heading(Paint.BOLD, names(places.getFirst()));
      page.field("reads as", OddityWords.seen(oddity));
      page.field("usual", OddityWords.usual(oddity));
      page.field("why", oddity.rule().why() + " (" + oddity.rule().id() + ")");
      List<Located> shown = all ? places : places.subList(0, Math.min(PLACES, places.size()));
      shown.forEach(this::place);
      if (shown.size() < places.size()) {
        page.aside("… %d more places; --all shows them".formatted(places.size() - shown.size()));
      }
    }

    private void place(Located place) {
      page.field("line " + place.line(), place.before() + mark(place) + place.behind());
      page.aside("  column %d, byte %d".formatted(place.column(), place.offset()));
      place.oddity().detail().ifPresent(detail -> page.aside("  " + detail));
      place.oddity().decoded().ifPresent(text -> page.aside("  spells " + spelled(text)));
    }

    /** Its code, because its looks are what deceives. */
    private static String mark(Located place) {
      long count = place.odd().codePoints().count();
      return "[U+%04X%s]"
          .formatted(place.odd().codePointAt(0), count > 1 ? ", %d in a row".formatted(count) : "");
    }

    private static String names(Located place) {
      return OddityWords.name(place.odd().codePointAt(0));
    }
  }
}
