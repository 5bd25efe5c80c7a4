package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the tree of any text. */
final class TreeLaws {
  private static final int MOST_TOKENS = 400;

  private TreeLaws() {}

  /** A token is within the node that is found at it, and every name can be resolved. */
  static void assertHold(Syntax syntax, Tokens tokens) {
    Scopes scopes = new Scopes(syntax, Occurrences.of(tokens));
    for (int t = 0; t < Math.min(tokens.count(), MOST_TOKENS); t++) {
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
