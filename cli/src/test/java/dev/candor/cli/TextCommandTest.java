package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCommandTest {
  private static final String MARKED = "Today\u02bcs date is 2026-07-01.\n";
  private static final String USUAL = "Today's date is 2026-07-01.\n";

  private final Screen screen = Screen.piped();
  @TempDir private Path folder;

  @Test
  void nothingOddEndsWithZero() throws IOException {
    assertThat(screen.run("text", file(USUAL))).isZero();
    assertThat(screen.out()).endsWith("a.txt: nothing odd\n");
    assertThat(screen.err()).isEmpty();
  }

  @Test
  void somethingOddEndsWithOne() throws IOException {
    assertThat(screen.run("text", file(MARKED))).isEqualTo(1);
    assertThat(screen.out())
        .contains(
            "U+02BC MODIFIER LETTER APOSTROPHE", "line 1", "column 6, byte 5", "Today[U+02BC]s");
  }

  @Test
  void notesAloneEndWithZero() throws IOException {
    assertThat(screen.run("text", file("2026-07-01, 2026/07/02"))).isZero();
    assertThat(screen.out()).contains("nothing odd", "Notes", "mixed-dates");
  }

  @Test
  void readsStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(MARKED.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(screen.run("text", "-")).isEqualTo(1);
      assertThat(screen.out()).startsWith("standard input: 1 odd place");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void writesTheTextWithWhatIsUsual() throws IOException {
    String file = file(MARKED);
    assertThat(screen.run("text", "--fix", file)).isZero();
    assertThat(screen.out()).isEqualTo(USUAL);
    assertThat(Files.readString(Path.of(file))).isEqualTo(MARKED);
  }

  @Test
  void writesTheTextInThePlaceOfTheFile() throws IOException {
    String file = file(MARKED);
    String report = folder.resolve("report.json").toString();
    assertThat(screen.run("text", "--fix", file, "--output", file, "--json", report)).isZero();
    assertThat(Files.readString(Path.of(file))).isEqualTo(USUAL);
    assertThat(Files.readString(Path.of(report))).contains("candor/text/v1", "\"U+02BC\"");
  }

  @Test
  void aTerminalIsGivenNothingThatActsOnIt() throws IOException {
    Screen terminal = Screen.terminal(Map.of());
    assertThat(terminal.run("text", "--fix", file("\u001b[31mred\n"))).isZero();
    assertThat(terminal.out()).isEqualTo("\\u{1B}[31mred\n");
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, new byte[] {'a', (byte) 0xe9, 'b'});
    assertThat(screen.run("text", file.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("latin.txt", "0xE9 at offset 1", "Convert it first");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(screen.run("text", folder.resolve("none.txt").toString())).isEqualTo(2);
    assertThat(screen.err()).contains("none.txt", "no such file");
    assertThat(Screen.piped().run("text", folder.toString())).isEqualTo(2);
    assertThat(Screen.piped().run("text")).isEqualTo(2);
  }

  @Test
  void aFixIsNoReport() throws IOException {
    assertThat(screen.run("text", "--fix", "--format", "json", file(MARKED))).isEqualTo(2);
    assertThat(screen.err()).contains("--json FILE");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.txt"), text).toString();
  }
}
