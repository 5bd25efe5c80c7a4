package dev.candor.scan;

import dev.candor.artifact.Entry;
import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.artifact.Modules;
import dev.candor.core.StaticFindings;
import dev.candor.specimens.Specimen;
import java.util.List;

/** Scans one package after the other with one interpreter, which is slow to start. */
final class SharedScan implements AutoCloseable {
  private final Sandbox sandbox = new Sandbox();

  StaticFindings of(Specimen specimen) {
    return of(
        specimen.files().entrySet().stream()
            .map(file -> InMemory.entry(file.getKey(), file.getValue()))
            .toList());
  }

  StaticFindings of(List<Entry> entries) {
    Sink sink = new Sink();
    FlowGroups flows = new FlowGroups(() -> Gathering.tables(sink.recovered()));
    for (Entry entry : entries) {
      for (Module module : Modules.of(entry)) {
        if (module.language() == Language.BINARY) {
          BinaryScan.scan(module, 0, module.size(), sink);
        } else {
          SourceScan.search(module, sandbox, sink).finish(flows);
        }
      }
    }
    return Gathering.gather(
        sink.recovered(), sink.unreadable(), flows.finish(), List.copyOf(sink.notSeen()));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
