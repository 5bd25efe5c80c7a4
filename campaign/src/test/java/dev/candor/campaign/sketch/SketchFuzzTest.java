package dev.candor.campaign.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text has words, and any line becomes one without its text or is refused. */
class SketchFuzzTest {
  @FuzzTest
  void words(byte[] bytes) {
    List<String> words = Words.of(new String(bytes, StandardCharsets.UTF_16BE));
    assertThat(words).doesNotContain("").allMatch(word -> word.indexOf(' ') < 0);
  }

  @FuzzTest
  void lines(byte[] bytes) {
    TextLine line = new TextLine(new SketchRequest(List.of(), "text", "system", SketchKey.OPEN));
    try {
      assertThat(line.sketched(new String(bytes, StandardCharsets.UTF_8))).startsWith("{");
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
