package dev.candor.audit.terminal;

import dev.candor.audit.Count;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.recording.RecordedRun;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Receipt.Entry;
import dev.candor.lab.receipt.Unreadable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    Set<String> destinations = new LinkedHashSet<>(called);
    receipt.entries().forEach(entry -> destinations.add(entry.destination()));
    bodies.forEach(body -> destinations.add(body.destination()));
    if (destinations.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, "What it told whom about this environment");
    Set<String> toldNothing = new TreeSet<>();
    for (String host : destinations) {
      List<Entry> entries =
          receipt.entries().stream().filter(e -> e.destination().equals(host)).toList();
      List<Unreadable> unreadable =
          bodies.stream().filter(u -> u.destination().equals(host)).toList();
      if (entries.isEmpty() && unreadable.isEmpty()) {
        toldNothing.add(host);
      } else {
        page.text(host);
        facts(entries);
        unreadable.forEach(this::unreadable);
      }
    }
    if (!toldNothing.isEmpty()) {
      page.text(
          "Nothing of it that was looked for went to " + String.join(", ", toldNothing) + ".");
    }
  }

  private void facts(List<Entry> entries) {
    Map<String, List<Entry>> byFactor =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.fact().factor(), LinkedHashMap::new, Collectors.toList()));
    byFactor.forEach((factor, told) -> {
      List<String> values = told.stream().map(entry -> entry.fact().value()).distinct().toList();
      page.fields(factor, LABEL_WIDTH, List.of(String.join(", ", values)));
      places(told);
    });
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
    page.fields(
        "not readable",
        LABEL_WIDTH,
        List.of(
            "%s, %s of up to %d bytes%s"
                .formatted(body.request(), body.why(), body.bytes(), Count.again(body.times()))));
  }
}
