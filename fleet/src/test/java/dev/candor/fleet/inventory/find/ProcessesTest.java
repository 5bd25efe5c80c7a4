package dev.candor.fleet.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders in the form of proc_pid(5). */
class ProcessesTest {
  private static final String CLAUDE = "/usr/lib/node_modules/@anthropic-ai/claude-code";
  private static final String AIDER =
      "/home/a/venv/lib/python3.12/site-packages/aider_chat-0.86.1.dist-info";

  @TempDir private Path folder;
  @TempDir private Path machine;
  private Tree proc;

  @BeforeEach
  void noProcess() {
    proc = new Tree(folder).file("/meminfo", "");
    new Tree(machine)
        .file(CLAUDE + "/cli.js", "")
        .link("/usr/bin/claude", "../lib/node_modules/@anthropic-ai/claude-code/cli.js");
  }

  @Test
  void aScriptIsFoundThroughItsLink() {
    process(7, "/usr/bin/node", "node", "--no-warnings", "/usr/bin/claude", "-p", "hi");

    assertThat(running())
        .containsExactly(
            new RunningTool(
                7,
                "claude-code",
                CLAUDE + "/cli.js",
                Optional.of("pkg:npm/%40anthropic-ai/claude-code@2.1.91")));
  }

  @Test
  void anExecutableIsFoundByWhereItLies() {
    process(8, "/opt/x", "anything");

    assertThat(running()).extracting(RunningTool::tool).containsExactly("opencode");
  }

  @Test
  void ofWhatWasReplacedTheVersionIsNotKnown() {
    process(8, "/opt/x (deleted)", "x");

    assertThat(running())
        .containsExactly(new RunningTool(8, "opencode", "/opt/x", Optional.empty()));
  }

  @Test
  void aScriptOfPythonLiesBesideItsLibraries() {
    process(9, "/usr/bin/python3.12", "/home/a/venv/bin/python", "/home/a/venv/bin/aider");

    assertThat(running()).extracting(RunningTool::tool).containsExactly("aider");
  }

  @Test
  void aRuntimeThatCallsItselfByTheToolsNameRunsIt() {
    process(10, "/usr/bin/node", "claude");

    assertThat(running())
        .containsExactly(new RunningTool(10, "claude-code", "/usr/bin/node", Optional.empty()));
  }

  @Test
  void othersAreNotTold() {
    process(11, "/usr/bin/bash", "bash", "-c", "claude");
    process(12, "/usr/bin/node", "node", "/srv/server.js", "--name", "claude");
    process(13, "/opt/xy", "claude");
    process(14, "/usr/bin/grep", "grep", "/opt/x");

    assertThat(running()).isEmpty();
  }

  @Test
  void whatCannotBeSeenIsCounted() {
    proc.file("/15/cmdline", "");
    Unseen unseen = new Unseen();

    running(unseen);

    assertThat(unseen.sentences())
        .containsExactly("1 processes: of other users or the kernel's, not seen");
  }

  private void process(int pid, String executable, String... arguments) {
    proc.link("/" + pid + "/exe", executable)
        .file("/" + pid + "/cmdline", String.join("\0", arguments) + "\0");
  }

  private List<RunningTool> running() {
    return running(new Unseen());
  }

  private List<RunningTool> running(Unseen unseen) {
    return new Processes(
            folder,
            new Root(machine),
            Catalogue.supplied(),
            List.of(
                installation("claude-code", "pkg:npm/%40anthropic-ai/claude-code@2.1.91", CLAUDE),
                installation("opencode", "pkg:npm/opencode-ai", "/opt/x"),
                installation("aider", "pkg:pypi/aider-chat@0.86.1", AIDER)))
        .running(unseen);
  }

  private static Installation installation(String tool, String purl, String place) {
    return new Installation(
        tool, purl, Optional.empty(), Means.NPM, place, List.of(), Optional.empty());
  }
}
