package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.audit.Fingerprint;
import dev.candor.core.TableId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was found in the code bears the name that its content gives it. */
@AutoService(Coherence.class)
public final class TablesNamed implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    At found = report.root().get("static");
    Map<String, List<String>> tables = new HashMap<>();
    for (At table : found.each("tables")) {
      tables.put(table.text("id"), table.texts("entries"));
      named(table, TableId.ofEntries(table.texts("entries")), "entries", flaws);
    }
    for (At table : found.each("unreadable")) {
      named(table, TableId.ofDigests(table.texts("values")), "digests", flaws);
    }
    for (At probe : found.each("probes")) {
      probe.each("compares").forEach(comparison -> compared(comparison, tables, flaws));
    }
    for (At encoder : found.each("encoders")) {
      encoder(encoder, flaws);
    }
    for (At flow : found.each("flows")) {
      flow.each("encoders").forEach(encoder -> encoder(encoder, flaws));
      named(flow, Fingerprint.of(Rebuilding.flow(flow)), "factors and encoders", flaws);
      if (flow.is("covert") == flow.has("explained")) {
        flaws.accept(flow.get("covert").flaw("a flow is covert just where nothing explains it"));
      }
    }
  }

  private static void encoder(At encoder, Consumer<Flaw> flaws) {
    named(encoder, Fingerprint.of(Rebuilding.encoder(encoder)), "alternatives", flaws);
  }

  private static void named(At one, String name, String by, Consumer<Flaw> flaws) {
    if (!one.text("id").equals(name)) {
      flaws.accept(one.get("id").flaw("not the name that its %s give it".formatted(by)));
    }
  }

  private static void compared(
      At comparison, Map<String, List<String>> tables, Consumer<Flaw> flaws) {
    comparison
        .optional("table")
        .ifPresent(table -> {
          List<String> entries = tables.get(table.text());
          if (entries == null) {
            flaws.accept(table.flaw("a table that is not listed"));
          } else if (!entries.equals(comparison.texts("values"))) {
            flaws.accept(comparison.get("values").flaw("not the entries of the table it names"));
          }
        });
  }
}
