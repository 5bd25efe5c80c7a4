package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.ByteRange;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextRunsTest {
  /** Ordinary minified code of a given length. */
  static String code(int length) {
    String unit =
        "function t(e,n){if(e===n)return null;let r=e.map(o=>o.id);return typeof r===\"string\"?r:void"
            + " 0}var q=require(\"fs\");";
    return unit.repeat(length / unit.length() + 1).substring(0, length);
  }

  private static List<ByteRange> runs(byte[] bytes) {
    return TextRuns.in(new MemoryContent(bytes), new ByteRange(0, bytes.length));
  }

  @Test
  void aRunOfFourKibibytesIsFoundWhereverItLies() {
    for (int before = 0; before < 5000; before += 37) {
      byte[] file = new ByteWriter().zeros(before).text(code(4096)).zeros(3000).bytes();
      assertThat(runs(file)).containsExactly(new ByteRange(before, before + 4096));
    }
  }

  @Test
  void aShorterRunIsNot() {
    assertThat(runs(new ByteWriter().zeros(100).text(code(4095)).zeros(5000).bytes())).isEmpty();
  }

  @Test
  void runsAreFoundAcrossTheWindowsOfTheSearch() {
    int before = (1 << 20) - 1000;
    byte[] file = new ByteWriter().zeros(before).text(code(3 << 20)).u8(0).text(code(9000)).bytes();
    assertThat(runs(file))
        .containsExactly(
            new ByteRange(before, before + (3 << 20)),
            new ByteRange(before + (3 << 20) + 1, file.length));
  }

  @Test
  void textInAnyScriptIsText() {
    String text = "Привет, 漢字 и 🙂! ".repeat(300);
    byte[] file = new ByteWriter().zeros(10).text(text).zeros(10).bytes();
    assertThat(runs(file)).containsExactly(new ByteRange(10, file.length - 10));
  }

  @Test
  void whatIsNotUtf8EndsARun() {
    byte[] file = new ByteWriter().text(code(5000)).u8(0xc0).text(code(6000)).bytes();
    assertThat(runs(file)).containsExactly(new ByteRange(0, 5000), new ByteRange(5001, 11001));
  }

  @Property(tries = 300)
  void runsAreWhatADecoderAccepts(@ForAll int seed, @ForAll @IntRange(max = 12) int holes) {
    Random random = new Random(seed);
    byte[] bytes = "é漢🙂 abc;\n".repeat(2000).getBytes(UTF_8);
    for (int i = 0; i < holes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    List<ByteRange> expected = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < bytes.length; ) {
      int length = characterLength(bytes, at);
      if (length == 0) {
        addLong(expected, start, at);
        start = at + 1;
      }
      at += Math.max(1, length);
    }
    addLong(expected, start, bytes.length);
    assertThat(runs(bytes)).isEqualTo(expected);
  }

  private static void addLong(List<ByteRange> ranges, int start, int end) {
    if (end - start >= TextRuns.SHORTEST) {
      ranges.add(new ByteRange(start, end));
    }
  }

  /** Bytes of the character at {@code at} by the JDK's decoder; 0 for none or a control. */
  private static int characterLength(byte[] bytes, int at) {
    for (int length = 1; length <= 4 && at + length <= bytes.length; length++) {
      CharBuffer one = CharBuffer.allocate(2);
      CoderResult result = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length), one, true);
      if (result.isUnderflow()) {
        char c = one.flip().get();
        return c < ' ' && !(c >= '\t' && c <= '\r') ? 0 : length;
      }
    }
    return 0;
  }
}
