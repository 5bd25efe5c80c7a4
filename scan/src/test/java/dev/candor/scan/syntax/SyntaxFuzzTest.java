package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SyntaxFuzzTest {
  @FuzzTest
  void anyBytesGiveTreesWithinTheirTokens(byte[] text) {
    Tokens tokens = JavaScriptLexer.lex(text);
    Syntax syntax = Syntax.javaScript(tokens);
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
