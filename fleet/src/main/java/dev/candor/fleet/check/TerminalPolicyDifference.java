package dev.candor.fleet.check;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.terminal.Page;
import dev.candor.audit.terminal.Paint;
import dev.candor.core.Count;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What another policy changes, for a person: what would be denied first. */
@AutoService(PolicyDifferenceFormat.class)
public final class TerminalPolicyDifference implements PolicyDifferenceFormat {
  private static final int MOST = 20;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(PolicyDifference difference, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    long denied = difference.newlyDenied();
    page.heading(
        denied > 0 ? Paint.ALARM : Paint.CALM,
        "%s of %s on %s; %d newly denied"
            .formatted(
                Count.of(difference.changes().size(), "change"),
                Count.of(difference.installations(), "installation"),
                Count.of(difference.machines(), "machine"),
                denied));
    page.field("before", difference.before().file());
    page.field("after", difference.after().file());
    Map<String, List<String>> groups = new TreeMap<>();
    for (PolicyDifference.Change one : difference.changes()) {
      String title =
          "%s, instead of %s"
              .formatted(
                  DecisionWords.decided(one.after(), difference.after().zone()),
                  DecisionWords.decided(one.before(), difference.before().zone()));
      groups
          .computeIfAbsent((one.isNewlyDenied() ? "0" : "1") + title, _ -> new ArrayList<>())
          .add(
              "%s: %s in %s"
                  .formatted(
                      one.machine(),
                      DecisionWords.named(one.installation()),
                      one.installation().place()));
    }
    int most = options.all() ? Integer.MAX_VALUE : MOST;
    groups.forEach((title, items) -> {
      List<String> shown = new ArrayList<>(items.stream().limit(most).toList());
      if (items.size() > most) {
        shown.add("and %d more, which --all shows".formatted(items.size() - most));
      }
      page.list(title.substring(1), shown);
    });
    page.flush();
  }
}
