package dev.candor.scan;

import dev.candor.scan.flow.FlowScan;
import dev.candor.scan.rewrite.Offsets;
import dev.candor.scan.rewrite.Plain;
import java.util.Optional;
import java.util.Set;

/** A module, and what it reads like once its own decoders were run; often the same. */
record Unveiled(Source source, Optional<Plain.Text> plain) {
  static Unveiled same(Source source) {
    return new Unveiled(source, Optional.empty());
  }

  FlowScan.Input input() {
    return plain
        .map(text ->
            new FlowScan.Input(source.module(), text.tokens(), text.occurrences(), text.offsets()))
        .orElseGet(() ->
            new FlowScan.Input(
                source.module(), source.tokens(), source.occurrences(), Offsets.SAME));
  }

  /** Where the names of functions begin whose strings stand in the plain text. */
  Set<Integer> decoders() {
    return plain.map(Plain.Text::decoders).orElse(Set.of());
  }
}
