package dev.candor.fleet.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.candor.fleet.inventory.Inventory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody leaves on a disk who does not want to be found, or wants the search to end. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HostileTreeTest {
  private static final String CLAUDE = "@anthropic-ai/claude-code";
  private static final String MODULES = "/srv/node_modules";

  @TempDir private Path folder;
  @TempDir private Path outside;
  private Tree tree;

  @BeforeEach
  void oneCopyIsToBeFoundInAnyCase() {
    tree = new Tree(folder).npm(MODULES, CLAUDE, "2.1.91");
  }

  @Test
  void loopsOfLinksAreNotFollowed() {
    tree.link("/srv/self", ".").link("/a/up", "..").link("/b", "/c").link("/c", "/b");

    assertThat(foundAndNotSeen())
        .contains("4 links: not followed; what lies below the root was looked at where it lies");
  }

  @Test
  void nothingOutsideTheRootIsFound() {
    new Tree(outside).npm("/node_modules", "@openai/codex", "0.1.0");
    tree.link("/srv/out", outside.toString())
        .link(
            "/etc/hostname", outside.resolve("node_modules/@openai/codex/package.json").toString());

    assertThat(tree.found()).hasSize(1);
    assertThat(tree.inventory().machine()).isEqualTo(folder.getFileName().toString());
  }

  @Test
  void anAbsoluteLinkBeginsBelowTheRoot() {
    tree.file("/run/name", "inner\n").link("/etc/hostname", "/run/name");

    assertThat(tree.inventory().machine()).isEqualTo("inner");
  }

  @Test
  void aFolderThatCannotBeReadIsTold() throws IOException {
    tree.npm("/secret/node_modules", CLAUDE, "1.0.0");
    Path secret = tree.path("/secret");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(secret)).as("as root everything can be read").isFalse();
    try {
      assertThat(foundAndNotSeen()).contains("/secret: permission denied");
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    Files.createDirectories(tree.path("/x/node_modules/@openai/codex"));
    Path pipe = tree.path("/x/node_modules/@openai/codex/package.json");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(mkfifo.waitFor()).isZero();

    assertThat(foundAndNotSeen())
        .contains(
            "/x/node_modules/@openai/codex/package.json: a pipe, socket or device, not opened",
            "1 of pipes, sockets and devices: not opened");
  }

  @Test
  void aLinkToAnEndlessDeviceIsNotRead() {
    tree.link("/home/a/.bashrc", "/dev/zero").link("/etc/hostname", "/dev/zero");

    assertThat(foundAndNotSeen()).isNotEmpty();
  }

  @Test
  void aHugeManifestIsTold() {
    tree.file(
        "/x/node_modules/@openai/codex/package.json",
        "{\"name\": \"@openai/codex\", \"a\": \"" + "x".repeat(10 << 20) + "\"}");

    assertThat(foundAndNotSeen())
        .contains("/x/node_modules/@openai/codex/package.json: larger than 4 MiB, not read");
  }

  @Test
  void brokenFilesAreTold() {
    tree.file("/x/node_modules/@openai/codex/package.json", "{\"name\": ")
        .file("/y/node_modules/@openai/codex/package.json", "[".repeat(100_000))
        .file("/home/a/.claude/settings.json", "{\"a\":".repeat(100_000))
        .file("/home/a/.continue/config.yaml", "a: [*b, \n {");

    assertThat(foundAndNotSeen())
        .contains(
            "/x/node_modules/@openai/codex/package.json: no JSON, not read",
            "/home/a/.claude/settings.json: not of its form, not read",
            "/home/a/.continue/config.yaml: not of its form, not read");
  }

  @Test
  void linesOfMegabytesArePassedOver() {
    String long4 = "\\\\a".repeat(1 << 20);
    tree.file(
            "/home/a/.codex/config.toml",
            "x = \"" + long4 + "\"\nopenai_base_url = \"https://h\"\n")
        .file("/home/a/.bashrc", "export ANTHROPIC_BASE_URL=\"" + long4 + "\n")
        .file("/var/lib/dpkg/status", "Package: " + long4 + "\n");

    assertThat(tree.inventory().settings())
        .extracting(setting -> setting.value())
        .containsExactly("https://h");
  }

  @Test
  void anExecutableOfAnySizeIsNotRead() throws IOException {
    Path sparse = tree.path("/srv/large");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.write(Tree.elf(16));
      file.setLength(1L << 40);
    }

    assertThat(foundAndNotSeen()).contains("/srv/large: an executable larger than 1 GiB, not read");
  }

  @Test
  void namesWithEscapesAndLineFeedsArePlaces() {
    String name = "/evil\u001b[2J\nname\u202e/node_modules";
    tree.npm(name, "@openai/codex", "0.1.0");

    assertThat(tree.found()).contains("codex 0.1.0 npm " + name + "/@openai/codex");
  }

  @Test
  void foldersDeeperThanThisSystemCanNameAreTold() throws Exception {
    // By steps, since no path of that length can be written.
    String thousand = "d/".repeat(1_000);
    Process deep =
        new ProcessBuilder(
                "sh",
                "-c",
                "for i in 1 2 3 4 5 6 7 8 9 10; do mkdir -p %1$s && cd -P %1$s || exit 1; done"
                    .formatted(thousand))
            .directory(folder.toFile())
            .start();
    assumeThat(deep.waitFor()).isZero();
    try {
      assertThat(foundAndNotSeen()).anyMatch(note -> note.endsWith(": file name too long"));
    } finally {
      new ProcessBuilder("rm", "-rf", folder.resolve("d").toString()).start().waitFor();
    }
  }

  @Test
  void aFolderOfVeryManyEntriesIsGoneThrough() throws IOException {
    Path many = Files.createDirectories(tree.path("/many"));
    for (int i = 0; i < 100_000; i++) {
      Files.createFile(many.resolve("f" + i));
    }

    assertThat(tree.found()).hasSize(1);
  }

  @Test
  void settingsAreBounded() {
    StringBuilder many = new StringBuilder("{\"provider\": {");
    for (int i = 0; i < 30_000; i++) {
      many.append("\"p%d\": {\"options\": {\"baseURL\": \"https://h\"}},".formatted(i));
    }
    tree.file("/home/a/opencode.json", many + "}}");

    assertThat(tree.inventory().settings()).hasSizeBetween(10_000, 20_000);
  }

  private List<String> foundAndNotSeen() {
    Inventory inventory = tree.inventory();
    assertThat(inventory.installations())
        .extracting(Tree::words)
        .contains("claude-code 2.1.91 npm " + MODULES + "/" + CLAUDE);
    return inventory.notSeen();
  }
}
