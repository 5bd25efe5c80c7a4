package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Watches that audit: releases of a small tool, in a registry on this machine. */
@ExtendWith(OwnHome.class)
class WatchAuditTest {
  private static final String BUDGET = "30";

  @TempDir private Path folder;
  private final PackedTool tool = new PackedTool("audited-" + System.nanoTime());
  private LittleRegistry registry;

  @BeforeEach
  void prepare() throws IOException {
    registry = new LittleRegistry(tool.name());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void aSignalThatAppearsAndVanishesIsToldAndNothingIsAuditedTwice() throws IOException {
    publish(0, PackedTool.OPEN);
    Screen first = Screen.piped();
    assertThat(watch(first)).as(first.err()).isEqualTo(ExitStatus.NOTHING_COVERT);
    assertThat(first.out())
        .contains("@1.0.0 of 2026-04-01T00:00:00Z: candid, watched from here on\n")
        .contains("  audit: candid in ");

    publish(1, PackedTool.COVERT);
    Screen second = Screen.piped();
    assertThat(watch(second)).as(second.err()).isEqualTo(ExitStatus.COVERT);
    assertThat(second.out())
        .contains("@1.0.1 of 2026-04-02T00:00:00Z: covert, appeared since 1.0.0\n")
        .contains(
            "  appeared: a covert signal; timezone shows in the separator or letter case, 1.0 bits\n")
        .contains("; candid before\n");
    assertThat(registry.files()).as("the audit of 1.0.0 is known").hasSize(2);

    publish(2, PackedTool.OPEN);
    Screen third = Screen.piped();
    assertThat(watch(third)).as(third.err()).isEqualTo(ExitStatus.NOTHING_COVERT);
    assertThat(third.out())
        .contains("@1.0.2 of 2026-04-03T00:00:00Z: candid, vanished since 1.0.1\n")
        .contains("  vanished: a covert signal; timezone shows in the separator or letter case");
    assertThat(registry.files()).hasSize(3);
    assertThat(left("installations")).as("what was installed for it is removed").isEmpty();
  }

  /** Nobody knows how a package without a command is run. */
  @Test
  void anAuditThatCannotBeMadeLeavesTheScanAndSaysWhy() throws IOException {
    registry.publish("1.0.0", day(0), tool.library("1.0.0"));
    Screen screen = Screen.piped();

    assertThat(screen.run(words().toArray(String[]::new))).isEqualTo(ExitStatus.INCONCLUSIVE);

    assertThat(screen.out())
        .contains("@1.0.0 of 2026-04-01T00:00:00Z: absent by its code, not audited, watched")
        .contains("  it was not audited: nothing is known of its traffic\n")
        .contains("  no hidden table, no covert flow")
        .contains("  not known: pkg:npm/" + tool.name() + "@1.0.0 has no command (bin)");
    assertThat(left("installations")).isEmpty();
  }

  @Test
  void aProgramForAnotherMachineIsReadAndNotRun() throws IOException {
    publish(0, PackedTool.OPEN);
    Screen screen = Screen.piped();

    assertThat(watch(screen, "--platform", "win32-arm64")).isEqualTo(ExitStatus.INCONCLUSIVE);

    assertThat(screen.out())
        .contains("not audited")
        .contains("  not known: A program for win32-arm64 cannot be run here, on linux-");
  }

  @Test
  void aToolThatShowsNothingIsUnclear() throws IOException {
    publish(0, PackedTool.SILENT);
    Screen screen = Screen.piped();

    assertThat(watch(screen, "--budget", "4")).isEqualTo(ExitStatus.INCONCLUSIVE);

    assertThat(screen.out())
        .contains(": inconclusive, watched from here on\n")
        .contains("  audit: inconclusive in ", "  not known: ");
  }

  @Test
  void aMistakeIsToldBeforeAnythingIsFetched() throws IOException {
    publish(0, PackedTool.OPEN);
    Screen screen = Screen.piped();

    assertThat(watch(screen, "--budget", "few")).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.err()).contains("--budget few is no amount");
    assertThat(registry.asked).isEmpty();
  }

  private void publish(int number, String script) {
    String version = "1.0." + number;
    registry.publish(version, day(number), tool.tgz(version, script));
  }

  private static String day(int number) {
    return "2026-04-%02dT00:00:00.000Z".formatted(number + 1);
  }

  private int watch(Screen screen, String... options) throws IOException {
    List<String> words = words();
    words.addAll(List.of("--recipe", tool.recipe(folder).toString()));
    List<String> more = List.of(options);
    words.addAll(more.contains("--budget") ? List.of() : List.of("--budget", BUDGET));
    words.addAll(more);
    return screen.run(words.toArray(String[]::new));
  }

  private List<String> words() {
    return new ArrayList<>(
        List.of(
            "watch",
            "npm:" + tool.name(),
            "--once",
            "--registry",
            registry.address(),
            "--state",
            folder.resolve("state.json").toString()));
  }

  /** Folders of the cache that name this tool. */
  private List<Path> left(String part) throws IOException {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "candor", part);
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(path -> path.getFileName().toString().equals(tool.name())).toList();
    }
  }
}
