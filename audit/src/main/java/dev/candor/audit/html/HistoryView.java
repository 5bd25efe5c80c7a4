package dev.candor.audit.html;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.track.Border;
import dev.candor.audit.track.History;
import dev.candor.audit.track.HistoryWords;
import dev.candor.page.Allowance;
import dev.candor.page.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * A history as its template draws from it.
 *
 * @param most how much of its lists is shown
 */
record HistoryView(History history, ReportOptions options, Style style, Allowance most) {

  HistoryChart chart() {
    return HistoryChart.of(history);
  }

  /** The colour of the report's verdict that says as much. */
  String tone() {
    return switch (history.state()) {
      case PRESENT -> "covert";
      case ABSENT -> "candid";
      case UNCLEAR -> "inconclusive";
    };
  }

  /** What differs, each line with its verb. */
  List<String> items(Border border) {
    List<String> items = new ArrayList<>();
    border.appeared(options.all()).forEach(item -> items.add("appeared: " + item));
    border.changed(options.all()).forEach(item -> items.add("changed: " + item));
    border.vanished(options.all()).forEach(item -> items.add("vanished: " + item));
    return items;
  }

  List<String> deprecated() {
    return history.deprecated().stream()
        .map(one -> one.version() + ": " + one.deprecated().orElse(""))
        .toList();
  }

  String created() {
    return HistoryWords.minute(history.created());
  }

  String listed() {
    return HistoryWords.minute(history.range().asked());
  }

  /** The command that makes it again. */
  String command() {
    return String.join(" ", options.asked());
  }
}
