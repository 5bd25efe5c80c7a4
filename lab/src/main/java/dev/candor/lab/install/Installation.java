package dev.candor.lab.install;

import dev.candor.core.InputException;
import dev.candor.core.Subject;
import dev.candor.lab.room.RoomPlan.Bind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool as a room can run it, and exactly what it is made of.
 *
 * @param subject the package that was asked for, as fetched
 * @param binds what the room must see, read-only
 * @param path folders in the room for the front of PATH; scripts find their interpreter there
 * @param commands by the name of a command, the words that start it in the room
 * @param runtime what runs it, empty where it runs by itself
 * @param packages all that was installed for it, itself included, by location
 * @param notes what a reader of the result should know, one sentence each
 */
public record Installation(
    Subject subject,
    List<Bind> binds,
    List<String> path,
    Map<String, List<String>> commands,
    Optional<Interpreter> runtime,
    List<Installed> packages,
    List<String> notes) {

  public Installation {
    binds = List.copyOf(binds);
    path = List.copyOf(path);
    commands = Map.copyOf(commands);
    packages = List.copyOf(packages);
    notes = List.copyOf(notes);
  }

  /**
   * What runs a script.
   *
   * @param name as {@code node}
   * @param subject the package it was taken from
   * @param program where it is in the room
   */
  public record Interpreter(String name, String version, Subject subject, String program) {}

  /**
   * One installed package.
   *
   * @param location below {@code lib}, as {@code node_modules/@scope/name}
   * @param subject its package URL and the digest of its file
   * @param installScript whether it has scripts that an installer would run; they were not run
   */
  public record Installed(String location, Subject subject, boolean installScript) {}

  /** The folder on the host of each package, the tool's own first; for reading only. */
  public List<Path> folders() {
    Path lib = Path.of(binds.getFirst().host(), "lib");
    return packages.stream().map(each -> lib.resolve(each.location())).toList();
  }

  /**
   * The words to run in the room for a command of a recipe, whose first word is one of {@link
   * #commands}, or {@code node} where there is a runtime.
   *
   * @throws InputException if the package has no such command
   */
  public List<String> command(List<String> words) {
    String name = words.getFirst();
    List<String> start = commands.get(name);
    if (start == null && runtime.isPresent() && runtime.get().name().equals(name)) {
      start = List.of(runtime.get().program());
    }
    if (start == null) {
      throw new InputException(
          subject.purl()
              + " has no command "
              + name
              + "; it has "
              + (commands.isEmpty()
                  ? "none, so it is not a tool that can be run"
                  : String.join(", ", commands.keySet().stream().sorted().toList()))
              + ". Correct the recipe's command.");
    }
    List<String> all = new ArrayList<>(start);
    all.addAll(words.subList(1, words.size()));
    return List.copyOf(all);
  }
}
