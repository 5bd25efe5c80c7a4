package dev.candor.scan.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

/** Tokens as people read them. */
public final class Lexed {
  private Lexed() {}

  public static Tokens javaScript(String text) {
    return JavaScriptLexer.lex(text.getBytes(UTF_8));
  }

  public static Tokens python(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return PythonLexer.lex(bytes, 0, bytes.length);
  }

  /** The sources of all tokens. */
  public static List<String> sources(Tokens tokens) {
    return IntStream.range(0, tokens.count()).mapToObj(tokens::source).toList();
  }

  /** The sources of the tokens of one kind. */
  public static List<String> sources(Tokens tokens, byte kind) {
    return IntStream.range(0, tokens.count())
        .filter(t -> tokens.kind(t) == kind)
        .mapToObj(tokens::source)
        .toList();
  }

  /** The token with this source that comes first. */
  public static int first(Tokens tokens, String source) {
    return sources(tokens).indexOf(source);
  }

  /** The laws of every lexer: tokens are not empty, in order, apart, and within the text. */
  public static void assertWellFormed(Tokens tokens, int length) {
    int behind = 0;
    for (int t = 0; t < tokens.count(); t++) {
      assertThat(tokens.start(t)).isGreaterThanOrEqualTo(behind);
      assertThat(tokens.end(t)).isGreaterThan(tokens.start(t)).isLessThanOrEqualTo(length);
      behind = tokens.end(t);
      int partner = tokens.partner(t);
      if (Tokens.opens(tokens.kind(t)) || Tokens.closes(tokens.kind(t))) {
        assertThat(partner < 0 || tokens.partner(partner) == t).isTrue();
      } else {
        assertThat(partner).isLessThan(t);
      }
      assertThat(tokens.around(t)).isLessThan(t);
    }
  }
}
