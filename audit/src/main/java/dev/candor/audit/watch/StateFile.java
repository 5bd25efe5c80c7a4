package dev.candor.audit.watch;

import dev.candor.artifact.WholeFile;
import dev.candor.audit.json.HostileJson;
import dev.candor.audit.json.InertJson;
import dev.candor.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Where a watch remembers: one JSON file, replaced as a whole. */
final class StateFile {
  private static final String SCHEMA = "candor/watch-state/v1";
  private static final int MOST_BYTES = 64 << 20;

  private final Path file;

  StateFile(Path file) {
    this.file = file;
  }

  /**
   * @throws InputException if it is there and is no such file: going on would tell everything anew
   */
  WatchState read() {
    if (!Files.exists(file)) {
      return WatchState.NOTHING;
    }
    JsonNode json = HostileJson.tree(file.toString(), HostileJson.bytes(file, MOST_BYTES));
    if (!json.path("schema").asString("").equals(SCHEMA)) {
      throw new InputException(
          "%s is not the state of a watch. Name another file with --state, or remove this one."
              .formatted(file));
    }
    SortedMap<String, SortedSet<String>> known = new TreeMap<>();
    json.path("known")
        .forEachEntry((name, versions) -> {
          SortedSet<String> all = new TreeSet<>();
          versions.values().forEach(version -> all.add(version.asString("")));
          known.put(name, all);
        });
    List<WatchState.Pending> pending = new ArrayList<>();
    for (JsonNode one : json.path("pending").values()) {
      if (pending.size() < WatchState.MOST_PENDING) {
        pending.add(
            new WatchState.Pending(one.path("id").asString(""), one.path("body").asString("")));
      }
    }
    return new WatchState(known, pending);
  }

  /**
   * @throws InputException if it cannot be written; the old content is still there then
   */
  void write(WatchState state) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InertJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("schema", SCHEMA);
          json.writeObjectPropertyStart("known");
          state
              .known()
              .forEach((name, versions) -> InertJson.strings(json, name, List.copyOf(versions)));
          json.writeEndObject();
          InertJson.array(
              json,
              "pending",
              state.pending(),
              (to, one) -> {
                to.writeStartObject();
                to.writeStringProperty("id", one.id());
                to.writeStringProperty("body", one.body());
                to.writeEndObject();
              });
          json.writeEndObject();
        });
    try {
      WholeFile.write(file, out.toByteArray());
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be written (%s). Correct its permissions, or name another file with --state."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }
}
