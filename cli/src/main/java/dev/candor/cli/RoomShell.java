package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.lab.trial.AttendedTrial;
import dev.candor.lab.trial.Trial;
import dev.candor.lab.trial.TrialResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A shell in the world of a trial, at this process's terminal or with its input as a script. */
record RoomShell(Console console) {
  private static final String SHELL =
      "if command -v bash >/dev/null; then exec bash; else exec sh; fi";

  TrialResult run(Trial trial) {
    PrintWriter messages = console.messages();
    messages.println(
        "candor: a shell in the closed room; nothing leaves it. The tool is started by");
    messages.println(
        "  " + String.join(" ", trial.plan().command().stream().map(RoomShell::quoted).toList()));
    Optional<String> settings = terminal("-g");
    try {
      if (settings.isEmpty()) {
        return attend(trial.running(List.of("sh", "-c", SHELL)));
      }
      messages.println("candor: exit ends it; then comes what was told whom.");
      String size =
          terminal("size")
              .filter(s -> !s.contains("0 0"))
              .orElse("24 80")
              .replaceFirst(" ", " cols ");
      terminal("raw", "-echo");
      return attend(
          trial.running(
              // A terminal of the room's own: ours must not be within a tool's reach.
              List.of("script", "-qfec", "stty rows " + size + "; " + SHELL, "/dev/null")));
    } finally {
      settings.ifPresent(this::terminal);
    }
  }

  private TrialResult attend(Trial trial) {
    try {
      return AttendedTrial.run(trial);
    } catch (IOException e) {
      throw new InputException("The room could not be made: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted", e);
    }
  }

  /** What stty says of our terminal; empty where standard input is none. */
  private Optional<String> terminal(String... arguments) {
    List<String> words = new ArrayList<>(List.of("stty"));
    words.addAll(Arrays.asList(arguments));
    try {
      Process stty =
          new ProcessBuilder(words)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return stty.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
