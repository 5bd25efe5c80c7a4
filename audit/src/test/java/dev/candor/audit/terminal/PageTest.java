package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void codeKeepsItsLinesAndTheirIndents() {
    assertThat(written(page -> page.code("if (a)\r\n\treturn 1;\n\n  else", 9)))
        .isEqualTo("        if (a)\n          return 1;\n          else\n");
  }

  @Test
  void codeIsCutAfterSoManyLines() {
    assertThat(written(page -> page.code("a\nb\nc", 2)))
        .isEqualTo("        a\n        b\n        …\n");
  }

  @Test
  void eachLineOfCodeIsMadeVisible() {
    assertThat(written(page -> page.code("a\u001b[2J\rb\u202ec\td", 9)))
        .isEqualTo("        a\\u{1B}[2J\n        b\\u{202E}c\\u{9}d\n");
  }

  @Test
  void longLinesOfCodeAreBrokenUnderTheirIndent() {
    assertThat(written(page -> page.code("  " + "x".repeat(31), 9)))
        .isEqualTo("          " + "x".repeat(30) + "\n          x\n");
  }

  @Test
  void labelsAreMadeVisibleAndShortened() {
    assertThat(written(page -> page.field("a\u001bb", "x"))).isEqualTo("  a\\u{1B}b   x\n");
    assertThat(written(page -> page.field("l".repeat(30), "x")))
        .isEqualTo("  " + "l".repeat(19) + "… x\n");
  }

  @Test
  void aListWithoutItemsIsNotThere() {
    assertThat(written(page -> page.list("Title", List.of()))).isEmpty();
  }

  private static String written(Consumer<Page> writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Page page = new Page(out, 40, false);
    writing.accept(page);
    page.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
