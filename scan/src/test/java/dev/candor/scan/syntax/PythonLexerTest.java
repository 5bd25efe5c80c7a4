package dev.candor.scan.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLexerTest {
  private static List<String> strings(String text) {
    return Lexed.sources(Lexed.python(text), Tokens.STRING);
  }

  @Test
  void splitsAStatement() {
    assertThat(Lexed.sources(Lexed.python("hosts = decode(b[0], 'x')\n")))
        .containsExactly("hosts", "=", "decode", "(", "b", "[", "0", "]", ",", "'x'", ")");
  }

  @Test
  void commentsArePassedOver() {
    assertThat(strings("a = 'b'  # it's\nc = '#d'")).containsExactly("'b'", "'#d'");
  }

  @Test
  void stringsEndAtTheirOwnQuote() {
    assertThat(strings("x = 'a\"b' + \"c'd\" + 'e\\'f' + 'g\\\\'"))
        .containsExactly("'a\"b'", "\"c'd\"", "'e\\'f'", "'g\\\\'");
  }

  @Test
  void aTripleQuotedStringHoldsLinesAndQuotes() {
    assertThat(strings("x = \"\"\"a\n\"b\" ''\n\"\"\" + '''c\"\"\"d'''"))
        .containsExactly("\"\"\"a\n\"b\" ''\n\"\"\"", "'''c\"\"\"d'''");
  }

  @Test
  void anEmptyStringIsNoTripleQuote() {
    assertThat(strings("x = '' + \"\" + ''")).containsExactly("''", "\"\"", "''");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "B", "r", "R", "u", "f", "rb", "bR", "Br", "fr"})
  void aPrefixBelongsToTheString(String prefix) {
    assertThat(strings("x = " + prefix + "'a' + 1")).containsExactly(prefix + "'a'");
  }

  @Test
  void aNameInFrontOfAQuoteIsNoPrefix() {
    assertThat(strings("x = abc'd'")).containsExactly("'d'");
    assertThat(strings("print'd'")).containsExactly("'d'");
  }

  @Test
  void aStringThatIsNotClosedOnItsLineIsNone() {
    assertThat(strings("x = 'a\ny = 'b'")).containsExactly("'b'");
  }

  @Test
  void aBackslashContinuesAStringOnTheNextLine() {
    assertThat(strings("x = 'a\\\nb'")).containsExactly("'a\\\nb'");
  }

  @Test
  void numbersAreOneToken() {
    assertThat(Lexed.sources(Lexed.python("[0xFF, 1_000, 1.5, 0o17, 2j]"), Tokens.NUMBER))
        .containsExactly("0xFF", "1_000", "1.5", "0o17", "2j");
  }

  @Test
  void namesMayHoldAnyLetters() {
    assertThat(Lexed.sources(Lexed.python("größe_1 = 变量"), Tokens.WORD))
        .containsExactly("größe_1", "变量");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = 'b", "a = '''b", "a = b'", "a = '\\", "a = \"\"\"b\"\"", "a = r"})
  void textThatIsCutGivesTheTokensInFrontOfTheCut(String text) {
    assertThat(Lexed.sources(Lexed.python("x = 'y'\n" + text)))
        .startsWith("x", "=", "'y'", "a", "=");
  }

  @Provide
  Arbitrary<String> snippets() {
    return Arbitraries.of(
            "'", "\"", "'''", "\"\"\"", "b", "r", "f", "rb", "\\", "\n", "\r\n", "#", "(", ")", "[",
            "]", "{", "}", "=", "1", "x", "ü", " ", "'a'")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 1000)
  void tokensOfAnySnippetsAreInOrderAndApart(@ForAll("snippets") String text) {
    Lexed.assertWellFormed(Lexed.python(text), text.getBytes(UTF_8).length);
  }

  @Property(tries = 500)
  void tokensOfAnyBytesAreInOrderAndApart(@ForAll @Size(max = 100) byte[] bytes) {
    Lexed.assertWellFormed(PythonLexer.lex(bytes, 0, bytes.length), bytes.length);
  }
}
