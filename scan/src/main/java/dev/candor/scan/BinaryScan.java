package dev.candor.scan;

import dev.candor.artifact.Module;
import dev.candor.core.Recovery;
import dev.candor.scan.encoding.Clues;
import dev.candor.scan.encoding.Glance;
import dev.candor.scan.encoding.Pieces;
import java.util.List;

/**
 * Scans bytes of no known language: machine code, bytecode with its string tables, data files. What
 * stands there unquoted is searched with the cheap encodings only.
 */
final class BinaryScan {
  private BinaryScan() {}

  /** Scans the module's bytes {@code [from, to)}. */
  static void scan(Module module, long from, long to, Sink sink) {
    long base = module.range().start();
    Runs.find(
        module.content(),
        base,
        base + from,
        base + to,
        module.range().end(),
        (run, start, end) -> {
          if (Glance.mayHoldText(run)) {
            Peeling.unwrap(Pieces.of(run), List.of(), false, Clues.NONE)
                .filter(u -> u.reading() instanceof Reading.Listed)
                .ifPresent(u ->
                    sink.recovered(
                        new Recovered(
                            u.steps(),
                            u.reading(),
                            new Recovery.Searched(),
                            module.locate(start - base, end - base),
                            List.of())));
          }
        });
  }
}
