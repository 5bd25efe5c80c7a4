package dev.candor.fleet.plan;

import dev.candor.audit.json.HostileJson;
import dev.candor.audit.json.InertJson;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * What became of each step of a plan, in a file of JSON lines. Each line is on the disk before
 * anything else is done, so that a plan that was interrupted goes on where it was.
 */
public final class Journal implements AutoCloseable {
  static final String SCHEMA = "candor/plan-journal/v1";
  private static final int MOST_BYTES = 64 << 20;

  /** What became of a step. */
  enum State {
    WAITING,
    BEGAN,
    DONE,
    FAILED,
    SKIPPED,
    UNDONE
  }

  private final Path file;
  private final FileChannel channel;
  private final List<Step> steps;
  private final List<State> states;

  private Journal(Path file, FileChannel channel, List<Step> steps, List<State> states) {
    this.file = file;
    this.channel = channel;
    this.steps = List.copyOf(steps);
    this.states = new ArrayList<>(states);
  }

  /**
   * Begins one.
   *
   * @throws InputException if the file is there already, or cannot be written
   */
  public static Journal create(Path file, Plan plan) {
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Journal journal =
          new Journal(
              file, channel, plan.steps(), plan.steps().stream().map(_ -> State.WAITING).toList());
      journal.line(json -> {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        json.writeName("plan");
        JsonPlan.plan(json, plan);
        json.writeEndObject();
      });
      return journal;
    } catch (FileAlreadyExistsException e) {
      throw new InputException(
          "%s is the journal of a plan that was begun; go on with candor policy plan --resume %s, or name another with --journal FILE."
              .formatted(Visible.of(file.toString()), Visible.of(file.toString())),
          e);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /**
   * Goes on with one. A last line that was not written whole counts for nothing.
   *
   * @throws InputException if it is none, or cannot be written
   */
  public static Journal open(Path file) {
    byte[] bytes = HostileJson.bytes(file, MOST_BYTES);
    int whole = lastLineEnd(bytes);
    List<String> lines = new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
    String name = Visible.of(file.toString());
    if (lines.isEmpty()) {
      throw none(name, 1);
    }
    List<Step> steps = JournalReading.steps(name, tree(name, lines.getFirst()));
    List<State> states = new ArrayList<>(steps.stream().map(_ -> State.WAITING).toList());
    for (int i = 1; i < lines.size(); i++) {
      JsonNode line = tree(name, lines.get(i));
      int step = line.path("step").asInt(0);
      Optional<State> state = state(line.path("state").asString(""));
      if (step < 1 || step > steps.size() || state.isEmpty()) {
        throw none(name, i + 1);
      }
      states.set(step - 1, state.get());
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      channel.truncate(whole).position(whole);
      return new Journal(file, channel, steps, states);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static int lastLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static JsonNode tree(String name, String line) {
    return HostileJson.tree(name, line.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<State> state(String word) {
    return Arrays.stream(State.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  static InputException none(String name, int line) {
    return new InputException(
        "%s, line %d: this is no journal of a plan. candor policy plan --apply writes one."
            .formatted(name, line));
  }

  private static InputException unusable(Path file, IOException e) {
    return new InputException(
        "%s cannot be written (%s); check path and permissions, or name another with --journal FILE."
            .formatted(Visible.of(file.toString()), e.getClass().getSimpleName()),
        e);
  }

  Path file() {
    return file;
  }

  List<Step> steps() {
    return steps;
  }

  State state(int index) {
    return states.get(index);
  }

  /** Writes down what became of a step, and returns when that is on the disk. */
  void note(int index, State state, Instant now) {
    line(json -> {
      json.writeStartObject();
      json.writeNumberProperty("step", index + 1);
      json.writeStringProperty("state", state.name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("at", now.toString());
      json.writeEndObject();
    });
    states.set(index, state);
  }

  private void line(Consumer<JsonGenerator> value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InertJson.writeLine(out, value);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(out.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
