package dev.candor.audit.terminal;

import dev.candor.audit.recording.RecordedRun;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which host was told which facts, and where. */
record ReceiptSection(Page page, boolean all) {
  private static final int PLACES = 3;
  private static final int LABEL_WIDTH = 20;

  void write(RecordedRun run) {
    if (run.destinations().isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, "What it told whom about this environment");
    for (String host : run.destinations()) {
      page.text("  " + host);
      List<Entry> entries =
          run.receipt().entries().stream().filter(e -> e.destination().equals(host)).toList();
      if (entries.isEmpty()) {
        page.aside("  nothing that was looked for");
      }
      Map<Fact, List<Entry>> facts =
          entries.stream()
              .collect(Collectors.groupingBy(Entry::fact, LinkedHashMap::new, Collectors.toList()));
      facts.forEach(this::fact);
    }
  }

  private void fact(Fact fact, List<Entry> entries) {
    page.fields("  " + fact.factor(), LABEL_WIDTH + 2, List.of(fact.value()));
    int shown = all ? entries.size() : Math.min(PLACES, entries.size());
    entries.stream().limit(shown).forEach(entry -> page.aside(place(entry)));
    if (shown < entries.size()) {
      page.aside("… %d more places; --all shows them".formatted(entries.size() - shown));
    }
  }

  private static String place(Entry entry) {
    return "      %s, %s, %s%s"
        .formatted(
            entry.request(),
            entry.where(),
            entry.rendering(),
            entry.times() == 1 ? "" : ", %d times".formatted(entry.times()));
  }
}
