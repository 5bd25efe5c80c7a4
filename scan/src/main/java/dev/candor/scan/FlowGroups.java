package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.scan.flow.FlowScan;
import dev.candor.scan.flow.FoundFlows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Modules whose flows are followed together. Small ones of an artifact import each other, so they
 * wait for each other; a bundle stands for itself.
 */
final class FlowGroups {
  /** A module of so many bytes is a bundle. */
  private static final long BUNDLE = 2 << 20;

  /** So many bytes of small modules are kept at a time; their tokens take seven times as much. */
  private static final long MOST_KEPT = 24 << 20;

  private final List<FlowScan.Input> kept = new ArrayList<>();
  private final List<FoundFlows> found = new ArrayList<>();
  private long keptBytes;

  void add(Source source) {
    if (source.module().language() != Language.JAVASCRIPT) {
      return;
    }
    FlowScan.Input input =
        new FlowScan.Input(
            source.module(), source.tokens(), source.occurrences(), source.offsets());
    if (source.module().size() >= BUNDLE) {
      FoundFlows flows = FlowScan.search(List.of(input));
      synchronized (this) {
        found.add(flows);
      }
      return;
    }
    List<FlowScan.Input> full = List.of();
    synchronized (this) {
      if (keptBytes + source.module().size() > MOST_KEPT) {
        full = List.copyOf(kept);
        kept.clear();
        keptBytes = 0;
      }
      kept.add(input);
      keptBytes += source.module().size();
    }
    search(full);
  }

  private void search(List<FlowScan.Input> modules) {
    if (!modules.isEmpty()) {
      // They come as threads finish them; what is found must not depend on that.
      List<FlowScan.Input> sorted =
          modules.stream().sorted(Comparator.comparing(input -> input.module().name())).toList();
      FoundFlows flows = FlowScan.search(sorted);
      synchronized (this) {
        found.add(flows);
      }
    }
  }

  /** All that was found, when no module is to come any more. */
  synchronized List<FoundFlows> finish() {
    search(List.copyOf(kept));
    kept.clear();
    return List.copyOf(found);
  }
}
