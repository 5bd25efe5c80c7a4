package dev.candor.scan.syntax;

import com.code_intelligence.jazzer.junit.FuzzTest;

class JavaScriptLexerFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void anyBytesGiveTokensInOrder(byte[] bytes) {
    Lexed.assertWellFormed(JavaScriptLexer.lex(bytes), bytes.length);
  }
}
