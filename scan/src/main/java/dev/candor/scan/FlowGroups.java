package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.scan.flow.FlowScan;
import dev.candor.scan.flow.FoundFlows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Modules whose flows are followed together. Small ones of an artifact import each other, so they
 * wait for each other; a bundle stands for itself.
 */
final class FlowGroups {
  /** A module of so many bytes is a bundle. */
  private static final long BUNDLE = 2 << 20;

  /** So many bytes of small modules are kept at a time; their tokens take seven times as much. */
  private static final long MOST_KEPT = 24 << 20;

  private final Map<Language, Kept> kept = new EnumMap<>(Language.class);
  private final List<FoundFlows> found = new ArrayList<>();

  /** Modules of one language that wait for each other. */
  private static final class Kept {
    private final List<FlowScan.Input> modules = new ArrayList<>();
    private long bytes;
  }

  void add(Source source) {
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
      Kept group = kept.computeIfAbsent(source.module().language(), l -> new Kept());
      if (group.bytes + source.module().size() > MOST_KEPT) {
        full = List.copyOf(group.modules);
        group.modules.clear();
        group.bytes = 0;
      }
      group.modules.add(input);
      group.bytes += source.module().size();
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
    for (Kept group : kept.values()) {
      search(List.copyOf(group.modules));
    }
    kept.clear();
    return List.copyOf(found);
  }
}
