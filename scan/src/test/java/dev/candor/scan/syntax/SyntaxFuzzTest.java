package dev.candor.scan.syntax;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SyntaxFuzzTest {
  @FuzzTest
  void anyBytesGiveTreesWithinTheirTokens(byte[] text) {
    Tokens tokens = JavaScriptLexer.lex(text);
    TreeLaws.assertHold(Syntax.javaScript(tokens), tokens);
  }
}
