package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {
  @TempDir private Path temp;
  private final Screen screen = Screen.piped();

  private Path log(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  @Test
  void tellsWhatPromptsSaid() throws IOException {
    Path log =
        log(
            "a.jsonl",
            "{\"timestamp\":\"2026-07-01T03:04:05Z\",\"text\":\"the user's Today\\u02b9s date is 2026/07/01.\"}\n");

    assertThat(screen.run("decode", log.toString())).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out())
        .startsWith("1 of 1 prompts with a known carrier is marked\n")
        .contains("ʹ U+02B9 MODIFIER LETTER PRIME", "says domain, keyword", "says zone")
        .contains("zone          timezone is Asia/Shanghai or Asia/Urumqi")
        .contains("a.jsonl:1, byte 55", "at /text");
  }

  @Test
  void whatSaysNothingIsNotCovert() throws IOException {
    Path plain = log("plain.txt", "Today's date is 2026-07-01.\n");

    assertThat(screen.run("decode", plain.toString())).isZero();
  }

  @Test
  void whatIsNotReadToItsEndIsInconclusive() throws IOException {
    Path plain = log("plain.txt", "Today's date is 2026-07-01.\n");
    // The beginning of a gzip file (RFC 1952), and no more.
    Path broken =
        Files.write(temp.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});

    assertThat(screen.run("decode", plain.toString(), broken.toString()))
        .isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out()).contains("Not seen", "broken.gz: broke off");
  }

  @Test
  void whatIsInDoubtIsInconclusive() throws IOException {
    Path plain = log("plain.txt", "Today's date is 2026-07-01.\n");
    Path doubtful = log("doubtful.txt", "It\u2019s Today\u2019s date is 2026-07-01.\n");

    assertThat(screen.run("decode", plain.toString(), doubtful.toString()))
        .isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out())
        .startsWith("no prompt is surely marked, of 2 with a known carrier, 1 more may be\n")
        .contains("is in doubt: the text has U+2019 wherever");
  }

  @Test
  void takesSeveralLogsAndFolders() throws IOException {
    Path one = log("one.txt", "Today's date is 2026-07-01.\n");
    Path folder = Files.createDirectory(temp.resolve("more"));
    Files.writeString(folder.resolve("two.txt"), "Today's date is 2026/07/01.\n");

    assertThat(screen.run("decode", one.toString(), folder.toString(), "--format", "json"))
        .isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out()).contains("\"files\" : 2", "\"schema\" : \"candor/decoded/v1\"");
  }

  @Test
  void needsALog() {
    assertThat(screen.run("decode")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("LOG");
  }

  @Test
  void saysThatThereIsNoSuchLog() {
    assertThat(screen.run("decode", temp.resolve("gone").toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("There is no file", "gone");
  }
}
