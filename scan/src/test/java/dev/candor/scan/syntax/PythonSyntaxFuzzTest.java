package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PythonSyntaxFuzzTest {
  @FuzzTest
  void anyBytesGiveTreesWithinTheirTokens(byte[] text) {
    Tokens tokens = PythonLexer.lex(text, 0, text.length);
    Syntax syntax = Syntax.python(tokens);
    PythonParserTest.assertNested(syntax);
    Scopes scopes = new Scopes(syntax, Occurrences.of(tokens));
    for (int t = 0; t < Math.min(tokens.count(), 400); t++) {
      int token = t;
      syntax
          .at(t)
          .ifPresent(node -> {
            assertThat(node.first()).isLessThanOrEqualTo(token);
            assertThat(node.last()).isGreaterThanOrEqualTo(token);
            if (node instanceof Node.Name name) {
              scopes
                  .resolve(name)
                  .ifPresent(binding -> assertThat(scopes.uses(binding)).isNotNull());
            }
          });
    }
  }
}
