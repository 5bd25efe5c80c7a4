package dev.candor.text.odd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.text.odd.Examination.Located;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
  @Test
  void namesTheByteThatBeginsNoCharacter() {
    byte[] bytes = {'a', '\n', 'b', (byte) 0xe9, 'c'};
    assertThatThrownBy(() -> TextFile.of(bytes, "letter.txt"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("letter.txt", "0xE9", "offset 3", "line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\u0000"})
  void refusesWhatIsNoText(String text) {
    assertThatThrownBy(() -> TextFile.of(text.getBytes(StandardCharsets.UTF_8), "x"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no text");
  }

  @Test
  void refusesUtf32() {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, 0, 'a', 0, 0, 0};
    assertThatThrownBy(() -> TextFile.of(bytes, "x")).hasMessageContaining("UTF-32");
  }

  @Test
  void refusesWhatIsTooLarge() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] to, int from, int length) {
            Arrays.fill(to, from, from + length, (byte) 'a');
            return length;
          }
        };
    assertThatThrownBy(() -> TextFile.read(endless, "big.txt"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("big.txt", "32 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void offsetsAreThoseOfTheBytes(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    // UTF-8: 3 + 3 + 4 + 1 + 1 bytes before it; UTF-16: 2 + 2 + 4 + 2 + 2
    byte[] bytes = "\ufeff\u6f22\ud83d\ude00\nx\u202ey".getBytes(charset);
    TextFile file = TextFile.read(new ByteArrayInputStream(bytes), "t");
    Located place = Examination.of(file).findings().getFirst();

    assertThat(place.offset()).isEqualTo(12);
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(2);
    assertThat(file.stored(file.text())).isEqualTo(bytes);
  }

  @Property(tries = 500)
  void eachFindingStandsWhereItIsSaidTo(@ForAll String start, @ForAll String end) {
    String text = ("a" + start + "\u202e" + end).replace("\u0000", "").replaceAll("\\p{Cs}", "");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] before = bytes.clone();
    TextFile file = TextFile.of(bytes, "t");

    for (Located place : Examination.of(file).findings()) {
      String rest =
          new String(
              bytes,
              (int) place.offset(),
              bytes.length - (int) place.offset(),
              StandardCharsets.UTF_8);
      assertThat(rest.codePointAt(0)).isEqualTo(text.codePointAt(place.oddity().start()));
      assertThat(rest).startsWith(place.odd());
      assertThat(text.substring(0, place.oddity().start()).chars().filter(c -> c == '\n').count())
          .isEqualTo(place.line() - 1);
    }
    assertThat(bytes).isEqualTo(before);
  }
}
