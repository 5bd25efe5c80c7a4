package dev.candor.campaign.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.text.CsvCell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {
  @Test
  void lineEndsAndTheByteOrderMarkAreNoText() {
    assertThat(lines("\ufeffa\r\n\nb\rc\n\ufeffd", 100))
        .containsExactly("a", "", "b\rc", "\ufeffd");
  }

  @Test
  void nothingHasNoLine() {
    assertThat(lines("", 100)).isEmpty();
  }

  @Test
  void aLineBeyondTheBoundIsToldAndTheNextIsRead() {
    assertThat(lines("12345\n123456\n1\n", 5)).containsExactly("12345", "too long", "1");
  }

  /** Lines are longer than what is read at a time, and end anywhere in it. */
  @Property(tries = 100)
  void linesJoinedAreTheText(
      @ForAll @Size(max = 12) List<@IntRange(max = 90_000) Integer> lengths) {
    StringBuilder text = new StringBuilder();
    for (int length : lengths) {
      for (int i = 0; i < length; i++) {
        text.append((char) ('a' + text.length() % 23));
      }
      text.append('\n');
    }
    StringBuilder joined = new StringBuilder();
    lines(text.toString(), Lines.LONGEST).forEach(line -> joined.append(line).append('\n'));
    assertThat(joined.toString()).isEqualTo(text.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "plain; plain",
        "a,b; `\"a,b\"`",
        "a\"b; `\"a\"\"b\"`",
        "=1+1; `\"'=1+1\"`",
        "+1; `\"'+1\"`",
        "-1; `\"'-1\"`",
        "@x; `\"'@x\"`",
        "\uff1d1; `\"'\uff1d1\"`",
        "one=1; one=1",
      })
  void aCellIsNoFormula(String text, String cell) {
    assertThat(CsvCell.of(text)).isEqualTo(cell);
  }

  /** Spreadsheets of half the world part cells at semicolons. */
  @Test
  void norIsWhatFollowsASemicolon() {
    assertThat(CsvCell.of("a;=1+1; -2;b")).isEqualTo("\"a;'=1+1; '-2;b\"");
    assertThat(CsvCell.of("\n=1")).isEqualTo("\"'\n=1\"");
  }

  private static List<String> lines(String text, int longest) {
    Lines lines =
        new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
    List<String> found = new ArrayList<>();
    try {
      while (lines.next()) {
        found.add(lines.tooLong() ? "too long" : lines.text().orElseThrow());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
