package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.ReportWords;
import dev.candor.audit.Verdict;
import dev.candor.audit.compare.Column;
import dev.candor.audit.compare.Column.Heading;
import dev.candor.audit.compare.SideBySide;
import dev.candor.audit.compare.SideBySideFormat;
import dev.candor.audit.compare.Versions;
import dev.candor.text.Visible;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Receipts side by side for a person: what is not open, whether versions tell the same, what was
 * compared, the table, each place that differs between versions.
 */
@AutoService(SideBySideFormat.class)
public final class TerminalSideBySide implements SideBySideFormat {
  private static final int LONGEST_NAME = 60;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(SideBySide all, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    List<String> names = names(all.columns());
    page.heading(paint(all.verdict()), headline(all));
    VersionsSection versions = new VersionsSection(page, names);
    all.versions().forEach(one -> page.heading(Paint.BOLD, versions.sentence(one)));
    for (int i = 0; i < names.size(); i++) {
      Heading heading = all.columns().get(i).heading();
      page.field("in", ReportWords.identity(heading.subject()));
    }
    new ToldSection(page, all, names, options.all()).write();
    for (Versions one : all.versions()) {
      versions.differences(one);
    }
    page.list(ReportWords.NOTES, all.notes());
    page.flush();
  }

  /** As {@code claude-code@2.1.91}; with a number where there are several of that name. */
  private static List<String> names(List<Column> columns) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> times = new LinkedHashMap<>();
    for (Column column : columns) {
      String shown = Visible.of(column.heading().name(), LONGEST_NAME);
      int nth = times.merge(shown, 1, Integer::sum);
      names.add(nth == 1 ? shown : shown + " (" + nth + ")");
    }
    return names;
  }

  private static String headline(SideBySide all) {
    Verdict verdict = all.verdict();
    long such = all.columns().stream().filter(one -> one.heading().verdict() == verdict).count();
    String tools =
        all.columns().size() == 1
            ? "the tool"
            : such == all.columns().size()
                ? "all %d tools".formatted(such)
                : "%d of %d tools".formatted(such, all.columns().size());
    return verdict.word()
        + ": "
        + switch (verdict) {
          case COVERT ->
              "the traffic of %s depends on the environment in a way that a reader does not notice"
                  .formatted(tools);
          case INCONCLUSIVE -> "what was seen of %s does not show what it does".formatted(tools);
          case OPAQUE -> "%s sent what nobody can read".formatted(tools);
          case CANDID ->
              "where a model is asked, whatever was seen to depend on the environment can be read in"
                  + " the traffic of %s".formatted(tools);
        };
  }

  static Paint paint(Verdict verdict) {
    return switch (verdict) {
      case COVERT -> Paint.ALARM;
      case CANDID -> Paint.CALM;
      case OPAQUE, INCONCLUSIVE -> Paint.DOUBT;
    };
  }
}
