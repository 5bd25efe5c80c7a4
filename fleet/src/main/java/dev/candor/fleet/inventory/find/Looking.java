package dev.candor.fleet.inventory.find;

import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Takes the inventory of a machine, or of a folder that holds one. Reads, and runs nothing. */
public final class Looking {
  private static final int MOST_BYTES = 64 << 10;
  private static final Path PROC = Path.of("/proc");

  private final Catalogue catalogue;
  private final Engine engine;
  private final Clock clock;

  /**
   * @param engine the program that looks
   */
  public Looking(Catalogue catalogue, Engine engine, Clock clock) {
    this.catalogue = catalogue;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Where to look.
   *
   * @param root {@code /} for this machine, else a folder
   * @param parts places below the root that are looked at in its stead; empty for all of it
   * @param machine its name, where it is not to be told by its files
   */
  public record Wish(Path root, List<String> parts, Optional<String> machine) {
    public Wish {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @param progress told now and then how many files were seen
   * @throws InputException if the root or a part of it is no folder that can be read
   */
  public Inventory take(Wish wish, LongConsumer progress) {
    Instant taken = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Path root = folder(wish.root());
    boolean live = root.equals(root.getRoot());
    Unseen unseen = new Unseen();
    Findings findings = new Findings(catalogue, unseen);
    Root below = new Root(root);
    new Walk(Mounts.skipped(root), findings, progress).run(starts(wish, below));
    List<Installation> installations = Settling.installations(findings);
    List<RunningTool> running =
        live ? new Processes(PROC, below, catalogue, installations).running(unseen) : List.of();
    return new Inventory(
        wish.machine().orElseGet(() -> machine(below)),
        system(below),
        taken,
        root.toString(),
        installations,
        Settling.settings(findings, installations),
        running,
        unseen.sentences(),
        engine);
  }

  private static List<Folder> starts(Wish wish, Root root) {
    if (wish.parts().isEmpty()) {
      return List.of(Folder.root(root.path()));
    }
    return wish.parts().stream()
        .map(part -> {
          String place =
              root.resolved(part)
                  .orElseThrow(() ->
                      new InputException(
                          "There is no folder %s below %s."
                              .formatted(Visible.of(part), Visible.of(root.path().toString()))));
          Folder folder = Folder.root(root.path());
          for (String name : place.substring(1).split("/", -1)) {
            folder = name.isEmpty() ? folder : folder.inner(name);
          }
          folder(folder.path());
          return folder;
        })
        .toList();
  }

  private static Path folder(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real) && Files.isReadable(real)) {
        return real;
      }
    } catch (IOException e) {
      throw noFolder(folder);
    }
    throw noFolder(folder);
  }

  private static InputException noFolder(Path folder) {
    return new InputException(
        "%s is no folder that can be read; check path and permissions."
            .formatted(Visible.of(folder.toString())));
  }

  /** The first line of {@code /etc/hostname} (hostname(5)), else the root's own name. */
  private static String machine(Root root) {
    return text(root, "/proc/sys/kernel/hostname")
        .or(() -> text(root, "/etc/hostname"))
        .flatMap(text ->
            text.lines().map(String::strip).filter(line -> !line.startsWith("#")).findFirst())
        .filter(name -> !name.isEmpty())
        .orElseGet(() ->
            Optional.ofNullable(root.path().getFileName()).map(Path::toString).orElse("unknown"));
  }

  /** By os-release(5). */
  private static String system(Root root) {
    Map<String, String> release =
        Assignments.of(
            text(root, "/etc/os-release").or(() -> text(root, "/usr/lib/os-release")).orElse(""));
    return release.getOrDefault("PRETTY_NAME", release.getOrDefault("NAME", ""));
  }

  private static Optional<String> text(Root root, String place) {
    return root.file(place)
        .flatMap(file -> {
          try (var in = file.stream()) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
          } catch (IOException e) {
            return Optional.empty();
          }
        });
  }
}
