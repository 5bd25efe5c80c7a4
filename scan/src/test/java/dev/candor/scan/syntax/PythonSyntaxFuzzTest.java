package dev.candor.scan.syntax;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PythonSyntaxFuzzTest {
  @FuzzTest
  void anyBytesGiveTreesWithinTheirTokens(byte[] text) {
    Tokens tokens = PythonLexer.lex(text, 0, text.length);
    Syntax syntax = Syntax.python(tokens);
    PythonParserTest.assertNested(syntax);
    TreeLaws.assertHold(syntax, tokens);
  }
}
