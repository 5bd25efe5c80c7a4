package dev.candor.text.odd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-alikes as in UTS #39, confusables.txt; what is innocent is in {@link InnocentTextTest}. */
class OdditiesTest {
  @ParameterizedTest
  @CsvSource({
    "Today\u02bcs date, Today's date",
    "Today\u02b9s date, Today's date",
    "I don\u02bct know, I don't know",
    "we\uff07re here, we're here",
    "it\u2032s so, it's so",
  })
  void anEnglishWordHasAnApostrophe(String odd, String usual) {
    assertThat(rules(odd)).containsExactly(Rule.APOSTROPHE);
    assertThat(Oddities.canonical(odd)).isEqualTo(usual);
  }

  @Test
  void theApostropheIsThatOfTheText() {
    assertThat(Oddities.canonical("It\u2019s Today\u02bcs date"))
        .isEqualTo("It\u2019s Today\u2019s date");
  }

  @Test
  void oneTypographicApostropheAmongOthersIsANote() {
    String mixed = "don't it\u2019s can't";
    assertThat(rules(mixed)).containsExactly(Rule.MIXED_APOSTROPHES);
    assertThat(Oddities.canonical(mixed)).isEqualTo(mixed);
    assertThat(rules("It\u2019s all.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "p\u0430yp\u0430l, paypal", // CYRILLIC SMALL LETTER A
    "g\u043e\u043egle, google", // CYRILLIC SMALL LETTER O
    "micr\u03bfsoft, microsoft", // GREEK SMALL LETTER OMICRON
    "\u0410pple, Apple", // CYRILLIC CAPITAL LETTER A
    "G\u0585ogle, Google", // ARMENIAN SMALL LETTER OH
  })
  void aLetterOfAnotherScriptInALatinWordIsOdd(String odd, String usual) {
    assertThat(rules(odd)).containsOnly(Rule.LETTER_OF_ANOTHER_SCRIPT);
    assertThat(Oddities.canonical(odd)).isEqualTo(usual);
  }

  @Test
  void aLatinLetterInACyrillicWordIsOdd() {
    // LATIN SMALL LETTER O in a word with a Cyrillic letter that Latin has not
    assertThat(rules("\u043f\u0440oc\u0442\u043e")).containsOnly(Rule.LETTER_OF_ANOTHER_SCRIPT);
    assertThat(Oddities.canonical("\u043f\u0440o\u0441\u0442\u043e"))
        .isEqualTo("\u043f\u0440\u043e\u0441\u0442\u043e");
  }

  @Test
  void aWordOfCyrillicLookalikesAmongLatinOnesIsOdd() {
    assertThat(rules("such \u0430 thing")).containsExactly(Rule.WORD_OF_ANOTHER_SCRIPT);
    assertThat(Oddities.canonical("ask a \u0441\u043e\u0440 here")).isEqualTo("ask a cop here");
  }

  @Test
  void aPhoneticLetterAloneInAnEnglishWordIsOdd() {
    assertThat(rules("en\u0261ine")).containsExactly(Rule.STYLED_LETTER);
    assertThat(rules("\u02c8en\u0261\u026an \u0251\u028a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a\u200bb, INVISIBLE_CHARACTER",
    "a\u2060b, INVISIBLE_CHARACTER",
    "a\u3164b, INVISIBLE_CHARACTER",
    "a\u200cb, JOINER",
    "a\u200db, JOINER",
    "a\ufeffb, BYTE_ORDER_MARK",
    "a\ufe0fb, VARIATION_SELECTOR",
    "a\udb40\udd00b, VARIATION_SELECTOR",
    "a\udb40\udc41b, TAG_CHARACTER",
    "a\u200eb, DIRECTION_MARK",
    "a\u2066b, DIRECTION_CONTROL",
    "a\u202eb\u202c, DIRECTION_OVERRIDE",
    "a\u001b[2Kb, TERMINAL_SEQUENCE",
    "a\u001b[8mb, TERMINAL_SEQUENCE",
  })
  void whatIsNotSeenAndNotNeededIsOdd(String odd, Rule rule) {
    assertThat(rules(odd)).containsOnly(rule);
    assertThat(rules(Oddities.canonical(odd))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u2000", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
        "\u200a", "\u202f", "\u205f", "\u3000", "\u1680"
      })
  void anUnusualSpaceBetweenWordsIsOdd(String space) {
    assertThat(rules("the two" + space + "words")).containsExactly(Rule.SPACE);
    assertThat(Oddities.canonical("the two" + space + "words")).isEqualTo("the two words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2028", "\u2029", "\u0085", "\013"})
  void whatEndsLinesForSomeIsOdd(String separator) {
    assertThat(rules("one" + separator + "two")).containsExactly(Rule.LINE_SEPARATOR);
    assertThat(Oddities.canonical("one" + separator + "two")).isEqualTo("one\ntwo");
  }

  @Test
  void aSignOfAScriptThatTheTextDoesNotUseIsOdd() {
    // GREEK QUESTION MARK, ARMENIAN FULL STOP
    assertThat(Oddities.canonical("return x\u037e")).isEqualTo("return x;");
    assertThat(Oddities.canonical("key\u0589 value")).isEqualTo("key: value");
  }

  @Test
  void aNumberWithDigitsOfTwoScriptsIsOdd() {
    // BENGALI DIGIT FOUR reads as 8
    assertThat(rules("1\u09ea7")).containsExactly(Rule.DIGIT_OF_ANOTHER_SCRIPT);
    assertThat(Oddities.canonical("1\u09ea7")).isEqualTo("147");
  }

  @Test
  void aDateHasAHyphenOrASlash() {
    // DIVISION SLASH, MINUS SIGN
    assertThat(Oddities.canonical("on 2026\u221507\u221501, 2026\u221207\u221202"))
        .isEqualTo("on 2026/07/01, 2026-07-02");
  }

  @Test
  void twoSeparatorsOfDatesAreANote() {
    assertThat(rules("2026-07-01 2026-07-02 2026/07/03")).containsExactly(Rule.MIXED_DATES);
    assertThat(rules("2026/07/01 2026/07/02")).isEmpty();
    assertThat(rules("2026-07-01 in /a/2026/07/01/b")).isEmpty();
  }

  @Test
  void lineEndsThatDifferAreANote() {
    assertThat(rules("a \nb\t\nc\n")).containsExactly(Rule.TRAILING_SPACES);
    assertThat(rules("a  \nb  \nc\n")).isEmpty();
  }

  @Test
  void sourceThatIsShownInAnotherOrderIsOdd() {
    // CVE-2021-42574, as its paper shows it
    String source =
        "/*\u202e } \u2066if (isAdmin)\u2069 \u2066 begin admins only */\n  do();\n/* end\u202e { \u2066*/";
    assertThat(rules(source)).isNotEmpty().containsOnly(Rule.DIRECTION_OVERRIDE);
  }

  @Test
  void tellsWhatTagsSpell() {
    StringBuilder text = new StringBuilder("Hello");
    "ignore that".chars().forEach(c -> text.appendCodePoint(0xe0000 + c));
    assertThat(all(text.toString()))
        .singleElement()
        .satisfies(oddity -> assertThat(oddity.decoded()).contains("ignore that"));
  }

  @Test
  void tellsWhatVariationSelectorsSpell() {
    StringBuilder text = new StringBuilder("\ud83d\ude0a");
    "hello".chars().forEach(c -> text.appendCodePoint(0xe0100 + c - 16));
    assertThat(all(text.toString()))
        .singleElement()
        .satisfies(oddity -> assertThat(oddity.decoded()).contains("hello"));
    assertThat(Oddities.canonical(text.toString())).isEqualTo("\ud83d\ude0a");
  }

  @Test
  void tellsWhatBitsSpell() {
    StringBuilder text = new StringBuilder("a");
    for (char c : "key!".toCharArray()) {
      for (int bit = 7; bit >= 0; bit--) {
        text.append((c >> bit & 1) == 1 ? '\u200c' : '\u200b');
      }
    }
    assertThat(all(text + "b"))
        .singleElement()
        .satisfies(oddity -> assertThat(oddity.decoded()).contains("key!"));
  }

  @Test
  void tellsWhatBitsAmongWordsSpell() {
    StringBuilder text = new StringBuilder();
    for (char c : "yes".toCharArray()) {
      for (int bit = 7; bit >= 0; bit--) {
        text.append("word").append((c >> bit & 1) == 1 ? '\u2060' : '\u200b').append(' ');
      }
    }
    TextFile file = TextFile.of(text.toString().getBytes(StandardCharsets.UTF_8), "t");
    assertThat(Examination.of(file).spelled()).contains("yes");
  }

  /** Each would take hours if anything were looked at again for each character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0301",
        "a\u200b",
        "\u0430a",
        "\u0430 ",
        "\ufe0f",
        "\u200d",
        "\u2066",
        "\ud83c\udff4\udb40\udc61",
        "1\u0661",
        "\u05d0\u200e",
        "\u02bcs",
        "\u00a0a",
        "a\u2009",
        "\u037e",
        "\u200b\u200c",
        "\u3000",
        "e\u0131"
      })
  void longTextsAreLookedAtOnce(String unit) {
    String text = unit.repeat(1_000_000 / unit.length());
    assertThat(Examination.of(TextFile.of(text.getBytes(StandardCharsets.UTF_8), "t")).findings())
        .hasSizeLessThanOrEqualTo(Examination.MOST);
    Oddities.canonical(text);
  }

  @Property(tries = 2000)
  void theCanonicalTextHasNoFindings(@ForAll("texts") String text) {
    String canonical = Oddities.canonical(text);
    List<Oddity> findings = new ArrayList<>();
    Oddities.find(canonical, findings::add, note -> {});
    assertThat(findings).isEmpty();
    assertThat(Oddities.canonical(canonical)).isEqualTo(canonical);
  }

  @Property(tries = 2000)
  void findingsAreInOrderAndDoNotOverlap(@ForAll("texts") String text) {
    List<Oddity> findings = new ArrayList<>();
    Oddities.find(text, findings::add, note -> {});
    int end = 0;
    for (Oddity finding : findings) {
      assertThat(finding.start()).isGreaterThanOrEqualTo(end).isLessThan(finding.end());
      assertThat(finding.rule().isNote()).isFalse();
      end = finding.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
    if (findings.isEmpty()) {
      assertThat(Oddities.canonical(text)).isEqualTo(text);
    }
  }

  @Property(tries = 300)
  void printableAsciiIsNeverOdd(@ForAll String text) {
    String ascii = text.replaceAll("[^ -~\\n\\t]", "");
    List<Oddity> findings = new ArrayList<>();
    Oddities.find(ascii, findings::add, note -> {});
    assertThat(findings).isEmpty();
  }

  /** Of the characters that the rules are about, so that they meet. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> some =
        Arbitraries.of(
            "a",
            "s",
            "Today",
            "don",
            "t",
            " ",
            "\n",
            "'",
            "1",
            "2026",
            "-07-01",
            "the",
            "-",
            "[",
            "\"",
            "\u2019",
            "\u02bc",
            "\u02b9",
            "\u0430",
            "\u0436",
            "\u03bf",
            "\u03b1",
            "\u03bb",
            "\u0585",
            "\u0261",
            "\u05d0",
            "\u05d5",
            "\u0627",
            "\u0645",
            "\u06cc",
            "\u0915",
            "\u094d",
            "\u0e01",
            "\u6f22",
            "\u1780",
            "\u200b",
            "\u200c",
            "\u200d",
            "\u200e",
            "\u200f",
            "\u2060",
            "\u2066",
            "\u2067",
            "\u2068",
            "\u2069",
            "\u202a",
            "\u202c",
            "\u202e",
            "\u00ad",
            "\ufeff",
            "\ufe0e",
            "\ufe0f",
            "\ufe00",
            "\udb40\udd00",
            "\ud83c\udff4",
            "\udb40\udc67",
            "\udb40\udc62",
            "\udb40\udc7f",
            "\ud83d\udc68",
            "\u2764",
            "\u20e3",
            "\u00a0",
            "\u2009",
            "\u202f",
            "\u3000",
            "\u2003",
            "\u2028",
            "\u0085",
            "\013",
            "\r",
            "\u001b[2K",
            "\u001b[1m",
            "\u0008",
            "\u037e",
            "\u0589",
            "\u2024",
            "\u2215",
            "\u0661",
            "\uff11",
            "\u034f",
            "\u0301",
            "\u115f",
            "\u1100",
            "\u0131",
            "\u180e",
            "\ud800",
            "\u2800",
            "\u01c3",
            "\ud835\udc1a");
    return some.list().ofMaxSize(24).map(parts -> String.join("", parts));
  }

  private static List<Rule> rules(String text) {
    return all(text).stream().map(Oddity::rule).toList();
  }

  private static List<Oddity> all(String text) {
    List<Oddity> all = new ArrayList<>();
    Oddities.find(text, all::add, all::add);
    return all;
  }
}
