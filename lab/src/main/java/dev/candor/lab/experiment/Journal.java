package dev.candor.lab.experiment;

import dev.candor.core.InputException;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.wire.Exchange;
import dev.candor.wire.tape.Tape;
import dev.candor.wire.tape.TapeWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps what is observed in a folder, so that an experiment that was cut off can go on: {@code
 * trials.tape} holds the exchanges ({@link Tape}), each trial's levels with its number beside them;
 * {@code trials.jsonl} what is about the design in its first line, and then a line for each trial
 * whose exchanges are all on the tape. One thread at a time.
 */
public final class Journal implements AutoCloseable {
  /** Beside the levels of a trial on the tape. */
  public static final String NUMBER = "trial:number";

  private static final String TAPE = "trials.tape";
  private static final String LINES = "trials.jsonl";

  private final int designed;
  private final int highest;
  private final List<Observation> before;
  private final OutputStream tapeFile;
  private final TapeWriter tape;
  private final Writer lines;

  private Journal(Path folder, JournalLine.Head head, int designed, List<Observation> before)
      throws IOException {
    this.designed = designed;
    highest = before.stream().mapToInt(one -> one.planned().number()).max().orElse(0);
    this.before = new ArrayList<>(before);
    // What was cut off in the middle cannot be written on: all is written again, then renamed.
    Path newTape = folder.resolve(TAPE + ".new");
    Path newLines = folder.resolve(LINES + ".new");
    tapeFile = new BufferedOutputStream(Files.newOutputStream(newTape));
    tape = new TapeWriter(tapeFile, Tape.Packing.ZSTD);
    lines = Files.newBufferedWriter(newLines);
    write(JournalLine.of(head));
    before.forEach(this::add);
    tapeFile.flush();
    Files.move(newTape, folder.resolve(TAPE), StandardCopyOption.REPLACE_EXISTING);
    Files.move(newLines, folder.resolve(LINES), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Opens one, and reads what it holds already.
   *
   * @param folder made where there is none
   * @param subject what is observed, and how: package, digest, recipe, prompt
   * @throws InputException if it is of another subject or design, or cannot be read or written
   */
  public static Journal open(Path folder, String subject, Design design) {
    JournalLine.Head head =
        new JournalLine.Head(JournalLine.FORM, subject, design.seed(), design.fingerprint());
    try {
      Files.createDirectories(folder);
      return new Journal(folder, head, design.trials().size(), read(folder, head));
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          "The journal of trials in " + folder + " cannot be kept: " + e.getMessage(), e);
    }
  }

  private static List<Observation> read(Path folder, JournalLine.Head head) throws IOException {
    Path file = folder.resolve(LINES);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = // the last one may be cut, within a letter
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !JournalLine.head(lines.getFirst()).equals(Optional.of(head))) {
      throw new InputException(
          folder
              + " holds trials of another package, recipe, seed or budget. Go on with the same"
              + " ones, or name another folder.");
    }
    Map<Integer, List<Exchange>> exchanges = exchanges(folder.resolve(TAPE));
    Map<Integer, Observation> known = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      JournalLine.parse(line)
          .flatMap(one -> one.observation(exchanges.getOrDefault(one.number(), List.of())))
          .ifPresent(one -> known.put(one.planned().number(), one));
    }
    return List.copyOf(known.values());
  }

  /** By the number of the trial. */
  private static Map<Integer, List<Exchange>> exchanges(Path file) throws IOException {
    Map<Integer, List<Exchange>> all = new HashMap<>();
    if (Files.exists(file)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        for (Tape.Recorded one : Tape.read(file.toString(), in, Tape.Limits.STANDARD).recorded()) {
          int number = Integer.parseInt(one.environment().getOrDefault(NUMBER, "0"));
          all.computeIfAbsent(number, _ -> new ArrayList<>()).add(one.exchange());
        }
      } catch (NumberFormatException e) {
        throw new InputException(file + " is no tape of an experiment; name another folder.", e);
      }
    }
    return all;
  }

  /** How many trials were known when it was opened, and not asked for yet. */
  public int known() {
    return before.size();
  }

  /** The highest number of a trial that it held when it was opened. */
  int highest() {
    return highest;
  }

  /**
   * What was observed before of such a trial; each observation is given once. Trials that were
   * called for can be called for in another order the next time; they keep the number they had.
   */
  Optional<Observation> known(Planned planned) {
    Iterator<Observation> each = before.iterator();
    while (each.hasNext()) {
      Observation one = each.next();
      if (same(one.planned(), planned)) {
        each.remove();
        Planned same =
            new Planned(one.planned().number(), planned.environment(), planned.purpose());
        return Optional.of(new Observation(same, one.attempts(), one.outcome()));
      }
    }
    return Optional.empty();
  }

  private boolean same(Planned before, Planned planned) {
    boolean inDesign = Math.min(before.number(), planned.number()) <= designed;
    return (!inDesign || before.number() == planned.number())
        && before.environment().equals(planned.environment())
        && JournalLine.word(before.purpose()).equals(JournalLine.word(planned.purpose()));
  }

  /** Keeps one; what was known is not to be added again. */
  void add(Observation observation) {
    try {
      Planned planned = observation.planned();
      if (observation.outcome() instanceof Ran(var result) && !result.exchanges().isEmpty()) {
        Map<String, String> levels = new TreeMap<>(planned.environment().levels());
        levels.put(NUMBER, Integer.toString(planned.number()));
        tape.trial(levels);
        result.exchanges().forEach(tape::add);
        tapeFile.flush();
      }
      write(JournalLine.of(observation));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String line) throws IOException {
    lines.write(line);
    lines.write('\n');
    lines.flush();
  }

  @Override
  public void close() {
    try (OutputStream _ = tapeFile;
        Writer _ = lines) {
      tape.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
