package dev.candor.scan.syntax;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class LiteralsFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void anyTextHasAValueThatIsNoLonger(byte[] bytes) {
    String source = new String(bytes, UTF_16LE);
    assertThat(Literals.unescape(source).length()).isLessThanOrEqualTo(source.length());
  }

  @FuzzTest(maxDuration = "60s")
  void everyTokenOfAnyTextHasAValue(byte[] bytes) {
    Tokens javaScript = JavaScriptLexer.lex(bytes);
    Tokens python = PythonLexer.lex(bytes, 0, bytes.length);
    for (Tokens tokens : new Tokens[] {javaScript, python}) {
      for (int t = 0; t < tokens.count(); t++) {
        assertThat(Literals.string(tokens, t)).isNotNull();
        assertThat(Literals.number(tokens, t)).isGreaterThanOrEqualTo(-1);
      }
    }
  }
}
