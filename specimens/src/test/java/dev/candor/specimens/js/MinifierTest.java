package dev.candor.specimens.js;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinifierTest {
  @Test
  void takesOutWhiteSpaceAndComments() {
    assertThat(Minifier.minify("const a = 1; // one\nreturn  /* two */ a + b;"))
        .isEqualTo("const a=1;return a+b;\n");
  }

  @Test
  void keepsStringsTemplatesAndRegularExpressions() {
    String code = "a(\"x  // y\",'\\'  ',`p  ${q}  `,/[ \"/]  \\/ /g);\n";
    assertThat(Minifier.minify(code)).isEqualTo(code);
  }

  @Test
  void keepsSignsApart() {
    assertThat(Minifier.minify("a + +b - -c;")).isEqualTo("a+ +b- -c;\n");
  }

  @Test
  void takesDivisionForDivision() {
    assertThat(Minifier.minify("a = b / c / d;\n'  ';")).isEqualTo("a=b/c/d;'  ';\n");
  }
}
