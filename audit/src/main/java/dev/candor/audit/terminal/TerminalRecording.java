package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.ReportWords;
import dev.candor.audit.recording.ModelText;
import dev.candor.audit.recording.RecordedRun;
import dev.candor.audit.recording.RecordingFormat;
import dev.candor.audit.recording.RunEnd;
import dev.candor.core.Count;
import dev.candor.lab.install.Installation;
import dev.candor.lab.names.Lookup;
import dev.candor.lab.room.RoomResult;
import dev.candor.text.Visible;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A recorded run for a person: who was told what before anything else. */
@AutoService(RecordingFormat.class)
public final class TerminalRecording implements RecordingFormat {
  private static final int WROTE = 4;
  private static final int WROTE_LINE = 200;
  private static final int TEXT_LINES = 2_000;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(RecordedRun run, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    page.heading(run.inconclusive() ? Paint.DOUBT : Paint.CALM, headline(run));
    run.reasons().forEach(page::text);
    page.field("package", ReportWords.identity(run.installation().subject()));
    run.installation().runtime().ifPresent(runtime -> page.field("runtime", runtime(runtime)));
    page.field("command", String.join(" ", run.command()));
    page.field("world", world(run.environment().differing()));
    page.field("end", end(run.result().room()));
    new ReceiptSection(page, options.all()).write(run);
    new RequestSection(page, options.all()).write(run.result().exchanges());
    names(page, run, options.all());
    new MarkSection(page, options.all()).write(run.texts());
    wrote(page, run.result().room(), options.all());
    if (options.all()) {
      run.texts().forEach(text -> text(page, text));
    }
    page.list(ReportWords.NOT_SEEN, run.notSeen());
    page.list(ReportWords.NOTES, run.notes());
    page.flush();
  }

  private static String headline(RecordedRun run) {
    int requests = run.result().exchanges().size();
    int hosts = run.destinations().size();
    return "%s%s sent %s in a closed room"
        .formatted(
            run.inconclusive() ? "inconclusive: " : "",
            run.tool(),
            requests == 0
                ? "nothing"
                : Count.of(requests, "request") + " to " + Count.of(hosts, "host"));
  }

  private static String runtime(Installation.Interpreter runtime) {
    return runtime.name() + " " + runtime.version();
  }

  private static String world(Map<String, String> differing) {
    return differing.isEmpty()
        ? "the base environment"
        : "the base environment but for "
            + differing.entrySet().stream()
                .map(level -> level.getKey() + "=" + level.getValue())
                .collect(Collectors.joining(", "));
  }

  private static String end(RoomResult room) {
    String after = " after %.1f s".formatted(room.time().toMillis() / 1000.0);
    String how =
        switch (room.end()) {
          case EXITED, CLOSED -> RunEnd.of(room);
          case TIME, MEMORY, OUTPUT, PROCESSES -> "ended by us, " + RunEnd.of(room) + ",";
        };
    return how
        + after
        + ", at most %d MiB in %d threads".formatted(room.peakMemory() >> 20, room.peakProcesses());
  }

  /** Names that nobody was called by afterwards. */
  private static void names(Page page, RecordedRun run, boolean all) {
    List<String> names =
        run.result().lookups().stream()
            .map(Lookup::name)
            .distinct()
            .filter(name -> all || !run.destinations().contains(name))
            .toList();
    if (!names.isEmpty()) {
      page.blank();
      page.heading(
          Paint.BOLD, all ? "Names it asked for" : "Names it asked for without sending a request");
      page.columns(names);
    }
  }

  private static void wrote(Page page, RoomResult room, boolean all) {
    for (var stream :
        List.of(
            Map.entry("It wrote", room.output()),
            Map.entry("It wrote to standard error", room.errors()))) {
      List<String> lines =
          new String(stream.getValue(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      if (!lines.isEmpty()) {
        page.blank();
        page.heading(Paint.BOLD, stream.getKey());
        int shown = all ? lines.size() : Math.min(WROTE, lines.size());
        lines.stream().limit(shown).forEach(line -> page.item(Visible.of(line, WROTE_LINE)));
        if (shown < lines.size()) {
          page.aside("… %d more lines; --all shows them".formatted(lines.size() - shown));
        }
      }
    }
  }

  private static void text(Page page, ModelText text) {
    page.blank();
    page.heading(
        Paint.BOLD, "A model reads, in request " + text.exchange() + " at " + text.pointer());
    page.code(text.text(), TEXT_LINES);
  }
}
