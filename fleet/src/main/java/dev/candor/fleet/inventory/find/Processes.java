package dev.candor.fleet.inventory.find;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which processes run something that was found: by the executable, or by the script that a runtime
 * was given. Neither environment nor memory is looked at.
 */
final class Processes {
  private static final String DELETED = " (deleted)";
  private static final int MOST_BYTES = 64 << 10;

  /** A script stands behind the runtime's own options. */
  private static final int MOST_ARGUMENTS = 8;

  /** Python's scripts lie beside the libraries, not in them. */
  private static final String LIBRARIES = "/lib/python";

  private static final Set<String> RUNTIMES = Set.of("node", "nodejs", "bun", "python3", "python");

  private final Path proc;
  private final Root root;
  private final Catalogue catalogue;
  private final Map<String, Installation> byPlace = new HashMap<>();

  Processes(Path proc, Root root, Catalogue catalogue, List<Installation> installations) {
    this.proc = proc;
    this.root = root;
    this.catalogue = catalogue;
    installations.forEach(one -> byPlace.putIfAbsent(one.place(), one));
    for (Installation one : installations) {
      int libraries = one.place().indexOf(LIBRARIES);
      tool(one).filter(tool -> libraries > 0).stream()
          .flatMap(tool -> tool.programs().stream())
          .forEach(name ->
              byPlace.putIfAbsent(one.place().substring(0, libraries) + "/bin/" + name, one));
    }
  }

  /** Sorted by number. */
  List<RunningTool> running(Unseen unseen) {
    List<RunningTool> all = new ArrayList<>();
    long unreadable = 0;
    try (DirectoryStream<Path> numbers = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : numbers) {
        try {
          long pid = Long.parseLong(process.getFileName().toString());
          running(pid, process).ifPresent(all::add);
        } catch (IOException | NumberFormatException e) {
          // Ended since, or another user's.
          unreadable += Files.exists(process) ? 1 : 0;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      unseen.add("running processes", "cannot be listed");
    }
    if (unreadable > 0) {
      unseen.add(unreadable + " processes", "of other users or the kernel's, not seen");
    }
    all.sort(Comparator.comparingLong(RunningTool::pid));
    return all;
  }

  private Optional<RunningTool> running(long pid, Path process) throws IOException {
    String executable = Files.readSymbolicLink(process.resolve("exe")).toString();
    boolean replaced = executable.endsWith(DELETED);
    String place =
        replaced ? executable.substring(0, executable.length() - DELETED.length()) : executable;
    Optional<Installation> found = installation(place);
    if (found.isPresent()) {
      // What was replaced since may have had another version.
      return Optional.of(
          new RunningTool(
              pid,
              found.get().tool(),
              place,
              replaced ? Optional.empty() : Optional.of(found.get().purl())));
    }
    if (!RUNTIMES.contains(lastPart(place).replaceFirst("[0-9.]+$", ""))
        && !RUNTIMES.contains(lastPart(place))) {
      return Optional.empty();
    }
    List<String> arguments = arguments(process);
    for (String argument : arguments) {
      Optional<String> script =
          argument.startsWith("/") ? root.resolved(argument) : Optional.empty();
      Optional<Installation> run =
          script.flatMap(this::installation).or(() -> installation(argument));
      if (run.isPresent()) {
        return Optional.of(
            new RunningTool(
                pid, run.get().tool(), script.orElse(argument), Optional.of(run.get().purl())));
      }
    }
    // Some tools write their name over their arguments.
    return arguments.stream()
        .limit(1)
        .flatMap(name -> catalogue.tools().stream().filter(tool -> tool.programs().contains(name)))
        .findFirst()
        .map(tool -> new RunningTool(pid, tool.name(), place, Optional.empty()));
  }

  private Optional<Tool> tool(Installation one) {
    return catalogue.tools().stream().filter(tool -> tool.name().equals(one.tool())).findFirst();
  }

  /** The innermost installation that a place is, or lies in. */
  private Optional<Installation> installation(String place) {
    String at = place;
    while (at.length() > 1) {
      Installation found = byPlace.get(at);
      if (found != null) {
        return Optional.of(found);
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return Optional.empty();
  }

  private static String lastPart(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static List<String> arguments(Path process) throws IOException {
    try (InputStream in = Files.newInputStream(process.resolve("cmdline"))) {
      String line = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return List.of(line.split("\0")).stream().limit(MOST_ARGUMENTS).map(String::strip).toList();
    }
  }
}
