package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where levels determine symbols, each trial had the one that the codebook says. */
@AutoService(Coherence.class)
public final class CodebooksFit implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    if (!report.isOurs()) {
      return; // another version has another base, which a trial's levels are told against
    }
    for (At signal : report.signals().values()) {
      Signal read = RebuildingObserved.signal(signal);
      if (!read.isNoisy()) {
        check(report, signal, read, flaws);
      }
    }
  }

  private static void check(Reported report, At signal, Signal read, Consumer<Flaw> flaws) {
    signal
        .members("symbols")
        .forEach((number, symbol) ->
            report
                .environment(number)
                .map(environment -> environment.of(read.all()))
                .filter(levels -> isOpen(read, levels))
                .flatMap(levels -> expected(read, levels))
                .filter(expected -> !expected.equals(symbol.text()))
                .ifPresent(expected ->
                    flaws.accept(
                        symbol.flaw("another symbol than the codebook has for this trial"))));
  }

  private static boolean isOpen(Signal signal, SortedMap<String, String> levels) {
    return signal.gates().entrySet().stream()
        .noneMatch(gate -> gate.getValue().contains(levels.getOrDefault(gate.getKey(), "")));
  }

  /** The symbol of the line that holds all these levels; else that of all others. */
  private static Optional<String> expected(Signal signal, SortedMap<String, String> levels) {
    List<CodebookEntry> rest =
        signal.codebook().stream().filter(CodebookEntry::rest).limit(1).toList();
    return Stream.concat(
            signal.codebook().stream().filter(entry -> holds(entry, levels)), rest.stream())
        .findFirst()
        .map(CodebookEntry::symbol);
  }

  private static boolean holds(CodebookEntry entry, SortedMap<String, String> levels) {
    return entry.levels().entrySet().stream()
        .allMatch(one -> one.getValue().contains(levels.getOrDefault(one.getKey(), "")));
  }
}
