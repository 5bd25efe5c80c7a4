package dev.candor.scan.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptLexerTest {
  private static java.util.List<String> strings(String text) {
    return Lexed.sources(Lexed.javaScript(text), Tokens.STRING);
  }

  private static java.util.List<String> regexes(String text) {
    return Lexed.sources(Lexed.javaScript(text), Tokens.REGEX);
  }

  private static java.util.List<String> all(String text) {
    return Lexed.sources(Lexed.javaScript(text));
  }

  @Test
  void splitsAStatement() {
    assertThat(all("const a=b(c[0],'d');"))
        .containsExactly("const", "a", "=", "b", "(", "c", "[", "0", "]", ",", "'d'", ")", ";");
  }

  @Test
  void stringsEndAtTheirOwnQuote() {
    assertThat(strings("x='a\"b'+\"c'd\"")).containsExactly("'a\"b'", "\"c'd\"");
    assertThat(strings("x='a\\'b'+\"c\\\\\"+'e'")).containsExactly("'a\\'b'", "\"c\\\\\"", "'e'");
  }

  @Test
  void aBackslashContinuesAStringOnTheNextLine() {
    assertThat(strings("x='a\\\nb'")).containsExactly("'a\\\nb'");
  }

  @Test
  void anApostropheThatIsNotClosedOnItsLineIsNoString() {
    assertThat(strings("// it\nit's\nx='a'")).containsExactly("'a'");
  }

  @Test
  void aTemplateWithoutSubstitutionIsOneToken() {
    Tokens tokens = Lexed.javaScript("x=`a\\`b\nc$d{}`");
    assertThat(Lexed.sources(tokens, Tokens.TEMPLATE)).containsExactly("`a\\`b\nc$d{}`");
  }

  @Test
  void templatesNest() {
    Tokens tokens = Lexed.javaScript("`a${`b${{c:1}.c}d`}e${f}g`;'h'");
    assertThat(Lexed.sources(tokens))
        .containsExactly(
            "`a${", "`b${", "{", "c", ":", "1", "}", ".", "c", "}d`", "}e${", "f", "}g`", ";",
            "'h'");
    assertThat(Lexed.sources(tokens, Tokens.TEMPLATE_HEAD)).containsExactly("`a${", "`b${");
    assertThat(Lexed.sources(tokens, Tokens.TEMPLATE_MIDDLE)).containsExactly("}e${");
    assertThat(Lexed.sources(tokens, Tokens.TEMPLATE_TAIL)).containsExactly("}d`", "}g`");
    assertThat(tokens.partner(0)).isEqualTo(Lexed.first(tokens, "}g`"));
    assertThat(tokens.around(Lexed.first(tokens, "f"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=/r\"/g",
        "f(/r\"/g)",
        "[/r\"/g]",
        "f(a,/r\"/g)",
        "a?/r\"/g:b",
        "a?b:/r\"/g",
        "a&&/r\"/g",
        "a||/r\"/g",
        "a??/r\"/g",
        "!/r\"/g.test(a)",
        "a+=/r\"/g",
        "a==/r\"/g",
        "a===/r\"/g",
        "a=>/r\"/g",
        "[.../r\"/g]",
        "return/r\"/g",
        "return /r\"/g",
        "typeof/r\"/g",
        "a in/r\"/g",
        "a instanceof/r\"/g",
        "for(a of/r\"/g)b",
        "case/r\"/g:",
        "throw/r\"/g",
        "void/r\"/g",
        "delete/r\"/g",
        "new/r\"/g",
        "else/r\"/g",
        "do/r\"/g",
        "yield/r\"/g",
        "await/r\"/g",
        "export default/r\"/g",
        "if(a)/r\"/g.test(b)",
        "while(a)/r\"/g.test(b)",
        "for(;;)/r\"/g.test(b)",
        "a;/r\"/g.test(b)",
        "{a}/r\"/g.test(b)",
        "if(a){b}/r\"/g.test(c)",
        "()=>{}\n/r\"/g.test(c)",
        "`${/r\"/g}`",
        "/r\"/g.test(a)",
        "/* c *//r\"/g",
        "({a:/r\"/g})"
      })
  void aSlashWhereAnExpressionMayStartOpensARegularExpression(String text) {
    assertThat(regexes(text)).containsExactly("/r\"/g");
    assertThat(strings(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b/c",
        "1/b/c",
        "a()/b/c",
        "a[0]/b/c",
        "'a'/b/c",
        "`a`/b/c",
        "`a${b}`/b/c",
        "a++/b/c",
        "a--/b/c",
        "(a)/b/c",
        "this/b/c",
        "a.return/b/c",
        "a.of/b/c",
        "x={}/b/c",
        "/r//b/c",
        "x=[]/b/c",
        "a\n/b/c",
        "returned/b/c",
        "a/* c *//b/c"
      })
  void aSlashBehindAValueDivides(String text) {
    assertThat(regexes(text)).filteredOn(r -> !r.equals("/r/")).isEmpty();
    assertThat(Lexed.sources(Lexed.javaScript(text), (byte) '/')).hasSize(2);
  }

  @Test
  void aSlashWithinAClassOrBehindABackslashDoesNotEndARegularExpression() {
    assertThat(regexes("x=/[/\"']/y+/\\/'/u+/[\\]/]\"/dgimsvy"))
        .containsExactly("/[/\"']/y", "/\\/'/u", "/[\\]/]\"/dgimsvy");
  }

  @Test
  void aRegularExpressionMayBeginWithAnEqualsSign() {
    assertThat(regexes("x=/=\"/")).containsExactly("/=\"/");
    assertThat(all("x/=2")).containsExactly("x", "/=", "2");
  }

  @Test
  void aRegularExpressionEndsOnItsLine() {
    assertThat(regexes("x=/a\nb/")).isEmpty();
  }

  @Test
  void commentsArePassedOver() {
    assertThat(all("a//'b\nc/*'\n\"`*/d/**/e/***/f")).containsExactly("a", "c", "d", "e", "f");
  }

  @Test
  void windowsLineEndsAreWhiteSpace() {
    assertThat(all("a='b'//c\r\nd='e'\r\n")).containsExactly("a", "=", "'b'", "d", "=", "'e'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a='b", "a=\"b\\", "a=`b", "a=`b${", "a=`b${c}", "a=/b", "a=/[b", "a/*b", "a//b"})
  void textThatIsCutGivesTheTokensInFrontOfTheCut(String text) {
    Tokens tokens = Lexed.javaScript("x='y';" + text);
    assertThat(Lexed.sources(tokens)).startsWith("x", "=", "'y'", ";", "a");
    Lexed.assertWellFormed(tokens, text.length() + 6);
  }

  @Test
  void namesMayHoldAnyLetters() {
    assertThat(all("größe=ñ_1+$a.#private+\\u0061b+变量"))
        .containsExactly(
            "größe", "=", "ñ_1", "+", "$a", ".", "#private", "+", "\\u0061b", "+", "变量");
  }

  @Test
  void aHashbangDoesNotDisturbWhatFollows() {
    assertThat(strings("#!/usr/bin/env node\n'use strict';x='a'"))
        .containsExactly("'use strict'", "'a'");
    assertThat(strings("#!/bin/node\n'use strict'")).containsExactly("'use strict'");
  }

  @Test
  void numbersAreOneToken() {
    for (String number :
        new String[] {
          "0",
          "42",
          "1_000_000",
          "0xFF_ec",
          "0b1010",
          "0o17",
          "1e3",
          "1E-3",
          "1.5e+10",
          ".5",
          "10n",
          "0xe"
        }) {
      assertThat(Lexed.sources(Lexed.javaScript("x=" + number + ";"), Tokens.NUMBER))
          .containsExactly(number);
    }
  }

  @Test
  void aSignIsPartOfAnExponentOnly() {
    assertThat(all("0xe+1")).containsExactly("0xe", "+", "1");
    assertThat(all("1-2")).containsExactly("1", "-", "2");
    assertThat(all("1e5-3")).containsExactly("1e5", "-", "3");
  }

  @Test
  void operatorsAreTakenAsLongAsTheyAre() {
    assertThat(all("a===b!==c>>>=d??=e**=f&&=g||=h=>i?.j?.5:k<=l...m"))
        .containsExactly(
            "a", "===", "b", "!==", "c", ">>>=", "d", "??=", "e", "**=", "f", "&&=", "g", "||=",
            "h", "=>", "i", "?.", "j", "?", ".5", ":", "k", "<=", "l", "...", "m");
  }

  @Test
  void tellsAssignmentsThatChangeFromComparisons() {
    Tokens tokens = Lexed.javaScript("a+=b^=c<=d>=e==f>>=g");
    assertThat(Lexed.sources(tokens, Tokens.UPDATE)).containsExactly("+=", "^=", ">>=");
    assertThat(Lexed.sources(tokens, Tokens.OPERATOR)).containsExactly("<=", ">=", "==");
  }

  @Test
  void lexesThePartThatItIsGiven() {
    byte[] text = "'a''b''c'".getBytes(UTF_8);
    Tokens tokens = JavaScriptLexer.lex(text, 3, 6);
    assertThat(Lexed.sources(tokens)).containsExactly("'b'");
  }

  @Provide
  Arbitrary<String> snippets() {
    return Arbitraries.of(
            "'", "\"", "`", "${", "}", "{", "(", ")", "[", "]", "/", "//", "/*", "*/", "\\", "\n",
            "\r\n", "=", "=>", "...", "?.", ".5", "0x", "1e", "+", "return", "if", "a", "ü", " ",
            "'b'", "/r/g", ",", ";", "\u2028", "#!", "^=")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 1000)
  void tokensOfAnySnippetsAreInOrderAndApart(@ForAll("snippets") String text) {
    Lexed.assertWellFormed(Lexed.javaScript(text), text.getBytes(UTF_8).length);
  }

  @Property(tries = 500)
  void tokensOfAnyBytesAreInOrderAndApart(@ForAll @Size(max = 100) byte[] bytes) {
    Lexed.assertWellFormed(JavaScriptLexer.lex(bytes), bytes.length);
  }

  @Property(tries = 500)
  void tokensAndWhatStandsBetweenThemGiveTheTextBack(@ForAll("snippets") String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Tokens tokens = JavaScriptLexer.lex(bytes);
    StringBuilder back = new StringBuilder();
    int behind = 0;
    for (int t = 0; t < tokens.count(); t++) {
      back.append(new String(bytes, behind, tokens.start(t) - behind, UTF_8));
      back.append(tokens.source(t));
      behind = tokens.end(t);
    }
    back.append(new String(bytes, behind, bytes.length - behind, UTF_8));
    assertThat(back.toString()).isEqualTo(text);
  }
}
