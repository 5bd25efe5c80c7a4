package dev.candor.fleet.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One command of a plan.
 *
 * @param what it does, in words
 * @param command the program and its arguments; never a text that a shell reads
 * @param undo the command that takes it back; empty where nothing does
 * @param gone what must not be there any more when the command has ended
 */
public record Step(
    Kind kind, String what, List<String> command, List<String> undo, Optional<Path> gone) {
  /** What a step is for. */
  public enum Kind {
    REMOVE,
    INSTALL
  }

  public Step {
    command = List.copyOf(command);
    undo = List.copyOf(undo);
  }
}
