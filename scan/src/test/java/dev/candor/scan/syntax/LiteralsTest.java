package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {
  private static String javaScript(String literal) {
    return Literals.string(Lexed.javaScript("x=" + literal), 2);
  }

  private static String python(String literal) {
    return Literals.string(Lexed.python("x=" + literal), 2);
  }

  private static long number(String literal) {
    return Literals.number(Lexed.javaScript("x=" + literal), 2);
  }

  /** ECMA-262, table 34: the single character escape sequences. */
  @Test
  void undoesSingleCharacterEscapes() {
    assertThat(javaScript("'\\b\\t\\n\\v\\f\\r\\\"\\'\\\\'")).isEqualTo("\b\t\n\u000b\f\r\"'\\");
  }

  /** ECMA-262, 12.9.4: any other character escaped stands for itself. */
  @Test
  void anyOtherEscapedCharacterStandsForItself() {
    assertThat(javaScript("'\\a\\c\\z\\/\\$\\8\\9'")).isEqualTo("acz/$89");
  }

  @Test
  void undoesHexadecimalAndUnicodeEscapes() {
    assertThat(javaScript("'\\x41\\u0042\\u{43}\\u{1F600}\\xe9'")).isEqualTo("ABC\ud83d\ude00é");
  }

  @Test
  void twoEscapedSurrogatesAreOneCharacter() {
    assertThat(javaScript("'\\ud83d\\ude00'").codePointCount(0, 2)).isEqualTo(1);
  }

  @Test
  void keepsALoneSurrogate() {
    assertThat(javaScript("'a\\ud800b'")).isEqualTo("a\ud800b");
  }

  /** ECMA-262, B.1.2: at most \377, so \400 is \40 and a zero. */
  @Test
  void undoesLegacyOctalEscapes() {
    assertThat(javaScript("'\\0\\7\\101\\377\\400'")).isEqualTo("\0\7A\u00ff 0");
  }

  @Test
  void aLineContinuationIsNothing() {
    assertThat(javaScript("'a\\\nb'")).isEqualTo("ab");
  }

  @ParameterizedTest
  @CsvSource({"'\\xZZ', xZZ", "'\\x4', x4", "'\\u00', u00", "'\\u12G4', u12G4"})
  void keepsBrokenEscapesWithoutTheirBackslash(String literal, String value) {
    assertThat(Literals.unescape(literal)).isEqualTo(value);
  }

  @Test
  void keepsABackslashAtTheVeryEnd() {
    assertThat(Literals.unescape("a\\")).isEqualTo("a\\");
  }

  @Test
  void readsTemplatesAndOtherQuotes() {
    assertThat(javaScript("`a'\"\\x41`")).isEqualTo("a'\"A");
    assertThat(javaScript("\"\"")).isEmpty();
    assertThat(javaScript("\"é变\"")).isEqualTo("é变");
  }

  @Test
  void readsPythonStringsWithPrefixesAndTripleQuotes() {
    assertThat(python("b'\\x41b'")).isEqualTo("Ab");
    assertThat(python("u\"\\u0041\"")).isEqualTo("A");
    assertThat(python("'''a'b\n'''")).isEqualTo("a'b\n");
    assertThat(python("\"\"\"\"\"\"")).isEmpty();
    assertThat(python("''")).isEmpty();
  }

  /** The Python Language Reference, 2.5.1: a raw string keeps its backslashes. */
  @ParameterizedTest
  @ValueSource(strings = {"r", "R", "rb", "bR", "fr"})
  void keepsTheBackslashesOfRawStrings(String prefix) {
    assertThat(python(prefix + "'\\x41\\n'")).isEqualTo("\\x41\\n");
  }

  @Property(tries = 300)
  void textWithoutABackslashIsItself(@ForAll @StringLength(max = 40) String text) {
    String plain = text.replace("\\", "");
    assertThat(Literals.unescape(plain)).isEqualTo(plain);
  }

  @Property(tries = 300)
  void undoesUnicodeEscapesOfAnyText(@ForAll @StringLength(max = 20) String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
    assertThat(Literals.unescape(escaped.toString())).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "42, 42",
    "1_000, 1000",
    "0xff, 255",
    "0XFF, 255",
    "0b1010, 10",
    "0o17, 15",
    "1e3, 1000",
    "25e2, 2500",
    "4294967295, 4294967295"
  })
  void readsWholeNumbers(String literal, long value) {
    assertThat(number(literal)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "1e-3", "10n", "12345678901234567890", "1.0"})
  void saysThatOthersAreNone(String literal) {
    assertThat(number(literal)).isEqualTo(-1);
  }
}
