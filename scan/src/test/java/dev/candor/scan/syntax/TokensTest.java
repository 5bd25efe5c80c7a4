package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {
  @Test
  void bracketsAreLinkedWithTheirPartners() {
    Tokens tokens = Lexed.javaScript("a(b[c],{d})");
    assertThat(tokens.partner(1)).isEqualTo(tokens.count() - 1);
    assertThat(tokens.partner(tokens.count() - 1)).isEqualTo(1);
    assertThat(tokens.partner(Lexed.first(tokens, "["))).isEqualTo(Lexed.first(tokens, "]"));
  }

  @Test
  void knowsTheBracketAroundAToken() {
    Tokens tokens = Lexed.javaScript("a(b[c],{d})e");
    int round = Lexed.first(tokens, "(");
    assertThat(tokens.around(Lexed.first(tokens, "a"))).isEqualTo(-1);
    assertThat(tokens.around(Lexed.first(tokens, "b"))).isEqualTo(round);
    assertThat(tokens.around(Lexed.first(tokens, "c"))).isEqualTo(Lexed.first(tokens, "["));
    assertThat(tokens.around(Lexed.first(tokens, "{"))).isEqualTo(round);
    assertThat(tokens.around(Lexed.first(tokens, "]"))).isEqualTo(round);
    assertThat(tokens.around(Lexed.first(tokens, "e"))).isEqualTo(-1);
  }

  /** Cut text: the inner brackets were never closed. */
  @Test
  void aBracketThatFitsAnOuterOneEndsTheInnerOnes() {
    Tokens tokens = Lexed.javaScript("(a[b{c)d");
    assertThat(tokens.partner(0)).isEqualTo(Lexed.first(tokens, ")"));
    assertThat(tokens.partner(Lexed.first(tokens, "["))).isEqualTo(-1);
    assertThat(tokens.around(Lexed.first(tokens, "d"))).isEqualTo(-1);
  }

  @Test
  void knowsTheBracketAroundABracket() {
    Tokens tokens = Lexed.javaScript("(`a${[b]}`){c[d}]e");
    int template = Lexed.first(tokens, "`a${");
    assertThat(tokens.around(0)).isEqualTo(-1);
    assertThat(tokens.around(template)).isZero();
    assertThat(tokens.around(Lexed.first(tokens, "["))).isEqualTo(template);
    assertThat(tokens.around(Lexed.first(tokens, "]"))).isEqualTo(template);
    assertThat(tokens.around(Lexed.first(tokens, "}`"))).isZero();
    assertThat(tokens.around(Lexed.first(tokens, ")"))).isEqualTo(-1);
    assertThat(tokens.around(Lexed.first(tokens, "}"))).isEqualTo(-1);
    assertThat(tokens.around(Lexed.first(tokens, "c") + 1)).isEqualTo(Lexed.first(tokens, "{"));
    assertThat(tokens.around(Lexed.first(tokens, "e") - 1)).isEqualTo(-1);
  }

  @Test
  void aBracketThatFitsNoneStandsAlone() {
    Tokens tokens = Lexed.javaScript("(a]b)c");
    assertThat(tokens.partner(0)).isEqualTo(Lexed.first(tokens, ")"));
    assertThat(tokens.partner(Lexed.first(tokens, "]"))).isEqualTo(-1);
  }

  @Test
  void findsTheTokenAtAByte() {
    Tokens tokens = Lexed.javaScript("ab  'cd' e");
    assertThat(tokens.at(0)).isZero();
    assertThat(tokens.at(1)).isZero();
    assertThat(tokens.at(2)).isEqualTo(1);
    assertThat(tokens.at(5)).isEqualTo(1);
    assertThat(tokens.at(9)).isEqualTo(2);
    assertThat(tokens.at(99)).isEqualTo(tokens.count());
  }

  @Test
  void hasNoTokenOutsideTheText() {
    Tokens tokens = Lexed.javaScript("a");
    assertThat(tokens.kind(-1)).isZero();
    assertThat(tokens.kind(1)).isZero();
    assertThat(tokens.is(-1, "a")).isFalse();
    assertThat(tokens.is(1, "a")).isFalse();
    assertThat(tokens.is(0, "a")).isTrue();
  }

  @Test
  void wordsOfTheSameTextAreTheSame() {
    Tokens tokens = Lexed.javaScript("über unter über");
    assertThat(tokens.sameText(0, 2)).isTrue();
    assertThat(tokens.sameText(0, 1)).isFalse();
    assertThat(tokens.hash(0)).isEqualTo(tokens.hash(2)).isEqualTo(Tokens.hash("über"));
  }

  @Test
  void theContentOfAStringIsBetweenItsQuotes() {
    assertThat(Lexed.javaScript("'ab'").content(0)).isEqualTo("ab");
    assertThat(Lexed.javaScript("''").content(0)).isEmpty();
    assertThat(Lexed.javaScript("'").content(0)).isEmpty();
  }

  @Test
  void growsWithTheText() {
    assertThat(Lexed.javaScript(";".repeat(100_000)).count()).isEqualTo(100_000);
  }
}
