package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingEscapesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "a/..",
        "/etc/passwd",
        "C:/evil",
        "c:evil",
        "..\\evil",
        "a\\b",
        "//server/share"
      })
  void refusesAPathThatLeavesTheFolder(String name) {
    byte[] body = "x".getBytes(UTF_8);
    for (byte[] archive :
        new byte[][] {
          new TarBytes().file(name, body).file("fine.js", body).bytes(),
          new ZipBytes().file(name, body).file("fine.js", body).bytes()
        }) {
      Unpacked unpacked = Unpacked.of(archive);
      assertThat(unpacked.paths()).containsExactly("fine.js");
      assertThat(unpacked.notes()).singleElement().asString().contains(": left out, ");
    }
  }

  @Test
  void refusesANameWithANul() {
    byte[] zip = new ZipBytes().file("a.js\0.png", "x".getBytes(UTF_8)).bytes();

    assertThat(Unpacked.of(zip).notes())
        .containsExactly("a.js\\u{0}.png: left out, its name has a NUL");
  }

  @Test
  void aNameGivenByAnExtendedHeaderIsCheckedToo() {
    byte[] tar =
        new TarBytes()
            .entry("p", 'x', "18 path=../../evil\n".getBytes(UTF_8))
            .file("innocent.js", "x")
            .bytes();
    // The record is one byte longer than it says, so it is none, and the plain name counts.
    assertThat(Unpacked.of(tar).paths()).containsExactly("innocent.js");

    byte[] proper =
        new TarBytes()
            .entry("p", 'x', "19 path=../../evil\n".getBytes(UTF_8))
            .file("innocent.js", "x")
            .bytes();
    assertThat(Unpacked.of(proper).paths()).isEmpty();
    assertThat(Unpacked.of(proper).notes())
        .containsExactly("../../evil: left out, its path leaves the folder");
  }

  @Test
  void aNameThatOnlyAnExtendedHeaderGivesIsRead() {
    byte[] tar =
        new TarBytes()
            .entry("p", 'x', "13 path=a.js\n".getBytes(UTF_8))
            .file("", "hidden()")
            .bytes();

    assertThat(Unpacked.of(tar).text("a.js")).isEqualTo("hidden()");
  }

  @Test
  void linksAndDevicesInATarAreLeftOut() {
    byte[] tar =
        new TarBytes()
            .entry("hard", '1', new byte[0])
            .entry("soft", '2', new byte[0])
            .entry("char", '3', new byte[0])
            .entry("pipe", '6', new byte[0])
            .file("fine.js", "x")
            .bytes();

    Unpacked unpacked = Unpacked.of(tar);

    assertThat(unpacked.paths()).containsExactly("fine.js");
    assertThat(unpacked.notes())
        .containsExactly(
            "hard: left out, it is a link",
            "soft: left out, it is a link",
            "char: left out, it is a device or a pipe",
            "pipe: left out, it is a device or a pipe");
  }

  @Test
  void linksInAZipAreLeftOut() {
    ZipBytes zip = new ZipBytes().unlisted("link", "/etc/passwd".getBytes(UTF_8));
    zip.listed("link", 0, 13, 11, ZipBytes.crc("/etc/passwd".getBytes(UTF_8)), 0xa1ff);

    assertThat(Unpacked.of(zip.bytes()).notes()).contains("link: left out, it is a link");
  }

  @Test
  void aNameThatStandsTwiceIsReadTwiceAndNoted() {
    byte[] tar = new TarBytes().file("a.js", "good").file("./a.js", "bad").bytes();

    Unpacked unpacked = Unpacked.of(tar);

    assertThat(unpacked.paths()).containsExactly("a.js", "a.js");
    assertThat(unpacked.notes())
        .containsExactly("a.js: stands more than once in its archive; each was read");
  }

  @Test
  void noEscapeCodeOfANameReachesTheNotes() {
    String name = "../\u001b]0;owned\u0007\u202egnp.js";

    assertThat(Unpacked.of(new TarBytes().file(name, "x").bytes()).notes())
        .containsExactly(
            "../\\u{1B}]0;owned\\u{7}\\u{202E}gnp.js: left out, its path leaves the folder");
  }

  @Test
  @Timeout(20)
  void linksInAFolderAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "s");
    Path inside = Files.createDirectories(folder.resolve("inside/deep"));
    Files.writeString(inside.resolve("a.js"), "a");
    Files.createSymbolicLink(inside.resolve("loop"), folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("out"), outside);
    Files.createSymbolicLink(inside.resolve("self"), inside.resolve("self"));

    Unpacked unpacked = Unpacked.of(folder.resolve("inside"));

    assertThat(unpacked.paths()).containsExactly("deep/a.js");
    assertThat(unpacked.notes())
        .containsExactly(
            "deep/out: left out, it is a link that leads out of the folder",
            "deep/self: left out, it is a link that leads nowhere");
  }

  @Test
  @Timeout(20)
  void aPipeInAFolderIsNotOpened() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Files.writeString(folder.resolve("z.js"), "z");

    Unpacked unpacked = Unpacked.of(folder);

    assertThat(unpacked.paths()).containsExactly("z.js");
    assertThat(unpacked.notes())
        .containsExactly("pipe: left out, it is a device, a pipe or a socket");
  }
}
