package dev.candor.cli;

import dev.candor.audit.recording.RecordedRun;
import dev.candor.audit.recording.Recorder;
import dev.candor.audit.recording.RecordingFormat;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.room.Bounds;
import dev.candor.wire.har.Har;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs a tool once in the closed room and says what it told whom. */
record RecordCommand(Console console) implements Command {
  private static final String SET = "--set";
  private static final String HAR = "--har";
  private static final String SHELL = "--shell";
  private static final int SHELL_SECONDS = 3600;

  @Override
  public String name() {
    return "record";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Runs a tool once in a closed room, and shows what it told whom.",
      "The room has no way out: every name and address is answered by emulated services on this"
          + " machine. What is not set is ordinary and made up; candor factors lists what can be set.",
      "The exit status is 3 when the run does not show what the tool does; it says why."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(SET, String[].class, "FACTOR=LEVEL", "One aspect of the environment.")
            .build());
    spec.addOption(
        Options.value(HAR, Path.class, "FILE", "Write all exchanges as HAR 1.2.").build());
    Options.flag(spec, SHELL, "Open a shell in the room instead of running the tool.");
    ToolArguments.declare(spec, "default: 120, for a shell 3600.");
    ReportArguments.declare(spec, RecordingFormat.class, "Show every place, line and text.");
  }

  @Override
  public int run(ParseResult arguments) {
    Outputs outputs = new Outputs(console);
    Optional<Output> har = Options.path(arguments, HAR).map(path -> outputs.at(HAR, path));
    Consumer<RecordedRun> destinations =
        ReportArguments.destinations(arguments, outputs, RecordingFormat.class, " of a recording");
    Environment environment = environment(arguments);
    boolean shell = arguments.hasMatchedOption(SHELL);
    int seconds = shell ? SHELL_SECONDS : ToolArguments.standardSeconds();
    Recorder.Wish wish = new Recorder.Wish(ToolArguments.of(arguments, seconds), environment);
    RecordedRun run;
    try (Interruption _ =
            new Interruption(
                console, "Interrupted. The tool and all that it started were ended; no report.");
        ProgressLine line = new ProgressLine(console)) {
      Recorder recorder =
          new Recorder(
              FetchArguments.options(arguments, line), Version.engine(), Clock.systemUTC());
      run =
          shell
              ? recorder
                  .record(
                      wish,
                      trial -> {
                        line.stage(""); // the terminal is the shell's now
                        return new RoomShell(console).run(trial);
                      })
                  .attended()
              : recorder.record(wish);
    }
    har.ifPresent(file -> file.write((OutputStream out) -> write(run, out)));
    destinations.accept(run);
    return run.inconclusive() ? ExitStatus.INCONCLUSIVE : ExitStatus.NOTHING_COVERT;
  }

  private static void write(RecordedRun run, OutputStream out) {
    try (Har har = new Har(out, run.engine().version(), run.environment().levels())) {
      run.result().exchanges().forEach(har::add);
    }
  }

  private static Environment environment(ParseResult arguments) {
    Environment environment = Environment.base();
    for (var level : LevelArguments.of(arguments, SET)) {
      environment = environment.with(level.getKey(), level.getValue());
    }
    // What no room can be is told before anything is fetched.
    environment.scene().plan(List.of(), List.of(), List.of("true"), Bounds.DEFAULT);
    return environment;
  }
}
