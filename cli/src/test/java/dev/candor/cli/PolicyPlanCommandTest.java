package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removes and installs with npm itself, below a root, from a registry on this machine. */
class PolicyPlanCommandTest {
  private static final String DENIED = "@anthropic-ai/claude-code";
  private static final String INSTEAD = "@qoder-ai/qodercli";

  @TempDir private Path temp;
  private final Screen screen = Screen.piped();
  private Path root = Path.of("");
  private Path journal = Path.of("");
  private Path policy = Path.of("");
  private LittleRegistry registry;

  PolicyPlanCommandTest() throws IOException {
    registry = new LittleRegistry(INSTEAD);
  }

  @BeforeEach
  void installWhatIsDenied() throws Exception {
    assumeTrue(hasNpm(), "npm is needed");
    root = Files.createDirectories(temp.resolve("root"));
    journal = temp.resolve("journal.jsonl");
    policy =
        Files.writeString(
            temp.resolve("policy.yaml"),
            """
            schema: candor/policy/v1
            zone: UTC
            rules:
              - id: old
                product: pkg:npm/%40anthropic-ai/claude-code
                versions: ">=2.1.91|<2.1.198"
                action: deny
                reason: It marks.
                replacement: pkg:npm/%40qoder-ai/qodercli@1.0.4
            """);
    Files.createDirectories(root.resolve("usr/etc"));
    Files.writeString(
        root.resolve("usr/etc/npmrc"),
        "@qoder-ai:registry=%1$s\n@anthropic-ai:registry=%1$s\n".formatted(registry.address()));
    registry.publish(
        "1.0.4", "2026-07-01T00:00:00.000Z", Files.readAllBytes(packed(INSTEAD, "1.0.4")));
    npm(
        root,
        "install",
        "--global",
        "--offline",
        "--prefix",
        root.resolve("usr").toString(),
        packed(DENIED, "2.1.91").toString());
    assertThat(installed(DENIED)).exists();
  }

  @AfterEach
  void closeTheRegistry() {
    registry.close();
  }

  private static boolean hasNpm() {
    try {
      return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Path packed(String name, String version) throws Exception {
    Path folder = Files.createDirectories(temp.resolve("source/" + name));
    Files.writeString(
        folder.resolve("package.json"),
        "{\"name\": \"%s\", \"version\": \"%s\", \"bin\": {\"%s\": \"cli.js\"}}"
            .formatted(name, version, name.substring(name.indexOf('/') + 1)));
    // Of its own for each test, since npm keeps what it has downloaded once.
    Files.writeString(folder.resolve("cli.js"), "console.log('%s')\n".formatted(temp));
    npm(folder, "pack", "--silent", "--pack-destination", temp.toString());
    return temp.resolve(name.substring(1).replace('/', '-') + "-" + version + ".tgz");
  }

  private void npm(Path folder, String... arguments) throws Exception {
    Path output = temp.resolve("npm.log");
    ProcessBuilder builder = new ProcessBuilder("npm");
    builder.command().addAll(List.of(arguments));
    // What is packed goes into the cache, and would not be asked for again.
    builder.command().addAll(List.of("--cache", temp.resolve("npm-cache").toString()));
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> read(output)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path installed(String name) {
    return root.resolve("usr/lib/node_modules").resolve(name);
  }

  private int plan(String... more) {
    return screen.run(arguments(more).toArray(String[]::new));
  }

  private List<String> arguments(String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of(
                "policy",
                "plan",
                "--root",
                root.toString(),
                "--policy",
                policy.toString(),
                "--journal",
                journal.toString()));
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void showsTheCommandsAndRunsNone() {
    assertThat(plan("--format", "json")).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out()).contains("candor/policy-plan/v1", "\"uninstall\"", "@1.0.4\"");
    assertThat(installed(DENIED)).exists();
    assertThat(journal).doesNotExist();
  }

  @Test
  void removesInstallsAndTakesItBack() throws IOException {
    assertThat(plan("--apply", "--yes")).as(screen::err).isZero();
    assertThat(installed(DENIED)).doesNotExist();
    assertThat(installed(INSTEAD)).exists();

    // What is undone comes from a registry again; it has only what is installed instead.
    assertThat(screen.run("policy", "plan", "--undo", journal.toString(), "--yes"))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(installed(INSTEAD)).doesNotExist();
    assertThat(screen.err()).contains("Taken back: Install " + INSTEAD);
  }

  @Test
  void nothingIsLeftToDoAfterwards() {
    assertThat(plan("--apply", "--yes")).as(screen::err).isZero();

    Screen again = Screen.piped();
    assertThat(
            again.run("policy", "plan", "--root", root.toString(), "--policy", policy.toString()))
        .isZero();
    assertThat(again.out()).startsWith("nothing to do: nothing is denied");
  }

  @Test
  void eachStepIsAskedFor() {
    Screen terminal = Screen.terminal(java.util.Map.of("NO_COLOR", "1"));
    PolicyPlanCommand command =
        new PolicyPlanCommand(
            terminal.console(),
            new ByteArrayInputStream("maybe\ny\n".getBytes(StandardCharsets.UTF_8)));
    picocli.CommandLine.Model.CommandSpec spec =
        picocli.CommandLine.Model.CommandSpec.create().name("plan");
    command.declare(spec);
    List<String> arguments = arguments("--apply");

    assertThat(
            command.run(
                new picocli.CommandLine(spec)
                    .parseArgs(arguments.subList(2, arguments.size()).toArray(String[]::new))))
        .isEqualTo(ExitStatus.COVERT);
    assertThat(terminal.err()).contains("Run this? [y]es, [n]o, [q]uit: ", "npm uninstall");
    assertThat(installed(DENIED)).exists();
    assertThat(installed(INSTEAD)).exists();
  }

  @Test
  void asksNobodyWhereNobodyIs() {
    assertThat(plan("--apply")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("there is no terminal; say --yes");
    assertThat(installed(DENIED)).exists();
  }

  /** Killed while npm waits for the registry, with the first step done. */
  @Test
  void goesOnWhereItWasKilled() throws Exception {
    registry.holdsBack("1.0.4");
    CandorProcess candor = new CandorProcess(Files.createDirectories(temp.resolve("process")));
    Process process = candor.start(arguments("--apply", "--yes"));
    try {
      CandorProcess.await("for the download", () -> !registry.files().isEmpty());
      List<ProcessHandle> children = process.descendants().toList();
      CandorProcess.signal(process, "KILL");
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      children.forEach(ProcessHandle::destroyForcibly);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(installed(DENIED)).doesNotExist();
    assertThat(installed(INSTEAD).resolve("package.json")).doesNotExist();
    assertThat(Files.readAllLines(journal).getLast()).contains("\"began\"");

    registry.givesOut("1.0.4");
    assertThat(screen.run("policy", "plan", "--resume", journal.toString(), "--yes"))
        .as(screen::err)
        .isZero();
    assertThat(installed(INSTEAD).resolve("package.json")).exists();
    assertThat(screen.err()).doesNotContain("Done: Remove");
  }
}
