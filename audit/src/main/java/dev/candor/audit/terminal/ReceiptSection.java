package dev.candor.audit.terminal;

import dev.candor.audit.Destination;
import dev.candor.audit.ReportWords;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.recording.RecordedRun;
import dev.candor.core.Count;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Receipt.Entry;
import dev.candor.lab.receipt.Unreadable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which host was told which facts, and where. */
record ReceiptSection(Page page, boolean all) {
  private static final int PLACES = 3;
  private static final int LABEL_WIDTH = 18;

  void write(RecordedRun run) {
    write(run.destinations(), run.receipt(), run.unreadable());
  }

  void write(Observed observed) {
    write(List.of(), observed.receipt(), observed.unreadable());
  }

  private void write(List<String> called, Receipt receipt, List<Unreadable> bodies) {
    List<Destination> destinations = Destination.of(called, receipt, bodies);
    if (destinations.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, ReportWords.TOLD);
    Set<String> toldNothing = new TreeSet<>();
    for (Destination destination : destinations) {
      if (destination.isToldNothing()) {
        toldNothing.add(destination.host());
      } else {
        page.text(destination.host());
        destination.told().forEach(this::facts);
        destination.unreadable().forEach(this::unreadable);
      }
    }
    if (!toldNothing.isEmpty()) {
      page.text(
          "Nothing of it that was looked for went to " + String.join(", ", toldNothing) + ".");
    }
  }

  private void facts(Destination.Told told) {
    page.fields(told.factor(), LABEL_WIDTH, List.of(String.join(", ", told.values())));
    places(told.entries());
  }

  /** Places that differ in the indices of arrays only are one. */
  private void places(List<Entry> entries) {
    Map<String, Integer> times = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String place =
          "%s, %s, %s"
              .formatted(
                  entry.request(),
                  all ? entry.where() : entry.where().replaceAll("/\\d+(?=/|$)", "/*"),
                  entry.rendering());
      times.merge(place, entry.times(), Integer::sum);
    }
    times.entrySet().stream()
        .limit(all ? times.size() : PLACES)
        .forEach(place -> page.aside("  " + place.getKey() + Count.again(place.getValue())));
    if (!all && times.size() > PLACES) {
      page.aside("  … %d more places; --all shows them".formatted(times.size() - PLACES));
    }
  }

  private void unreadable(Unreadable body) {
    page.fields("not readable", LABEL_WIDTH, List.of(Destination.of(body)));
  }
}
