package dev.candor.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where commands remember things: {@code $XDG_STATE_HOME/candor}, or below {@code ~/.local/state}.
 */
final class StateFolder {
  private StateFolder() {}

  /** As XDG Base Directory 0.8 has it: a path that is not absolute counts as none. */
  static Path of(Console console) {
    return Optional.ofNullable(console.environment().get("XDG_STATE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
        .resolve("candor");
  }
}
