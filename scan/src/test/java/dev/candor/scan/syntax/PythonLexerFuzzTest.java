package dev.candor.scan.syntax;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PythonLexerFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void anyBytesGiveTokensInOrder(byte[] bytes) {
    Lexed.assertWellFormed(PythonLexer.lex(bytes, 0, bytes.length), bytes.length);
  }
}
