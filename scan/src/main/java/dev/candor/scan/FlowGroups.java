package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.HiddenTable;
import dev.candor.scan.flow.FlowScan;
import dev.candor.scan.flow.FoundFlows;
import dev.candor.scan.flow.JoinedFlows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Modules whose flows are followed together. Small ones of an artifact import each other, so they
 * wait for each other; a bundle stands for itself. As soon as all tables of a group are known, its
 * flows are joined with them, and its trees let go.
 */
final class FlowGroups {
  /** A module of so many bytes is a bundle. */
  private static final long BUNDLE = 2 << 20;

  /** So many bytes of small modules are kept at a time; their tokens take seven times as much. */
  private static final long MOST_KEPT = 24 << 20;

  private final Supplier<List<HiddenTable>> tables;
  private final Map<Language, Kept> kept = new EnumMap<>(Language.class);
  private final List<Group> waiting = new ArrayList<>();
  private final List<JoinedFlows> joined = new ArrayList<>();

  /** As the same objects: windows of one module have one name. */
  private final Set<Module> finished = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param tables those that were recovered so far
   */
  FlowGroups(Supplier<List<HiddenTable>> tables) {
    this.tables = tables;
  }

  /** Modules of one language that wait for each other. */
  private static final class Kept {
    private final List<FlowScan.Input> modules = new ArrayList<>();
    private long bytes;
  }

  /** What was found in modules of which some may still be decoded. */
  private record Group(List<Module> modules, FoundFlows found) {}

  void add(Source source) {
    FlowScan.Input input =
        new FlowScan.Input(
            source.module(), source.tokens(), source.occurrences(), source.offsets());
    if (source.module().size() >= BUNDLE) {
      search(List.of(input));
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

  /** All tables of the module are known. */
  synchronized void finished(Module module) {
    finished.add(module);
    join();
  }

  private void search(List<FlowScan.Input> modules) {
    if (modules.isEmpty()) {
      return;
    }
    // They come as threads finish them; what is found must not depend on that.
    List<FlowScan.Input> sorted =
        modules.stream().sorted(Comparator.comparing(input -> input.module().name())).toList();
    FoundFlows found = FlowScan.search(sorted);
    synchronized (this) {
      waiting.add(new Group(sorted.stream().map(FlowScan.Input::module).toList(), found));
      join();
    }
  }

  private void join() {
    join(waiting.stream().filter(g -> finished.containsAll(g.modules())).toList());
  }

  private void join(List<Group> groups) {
    if (groups.isEmpty()) {
      return;
    }
    List<HiddenTable> all = tables.get();
    groups.forEach(group -> {
      joined.add(group.found().with(all));
      finished.removeAll(group.modules());
    });
    waiting.removeAll(groups);
  }

  /** All that was found, when no module is to come any more, not even those that failed. */
  synchronized List<JoinedFlows> finish() {
    for (Kept group : kept.values()) {
      search(List.copyOf(group.modules));
    }
    kept.clear();
    join(List.copyOf(waiting));
    return List.copyOf(joined);
  }
}
