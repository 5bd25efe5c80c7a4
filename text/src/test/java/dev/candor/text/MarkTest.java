package dev.candor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.text.Mark.Kind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-alikes as in UTS #39, confusables.txt; innocent texts as people write them. */
class MarkTest {
  @Test
  void tellsCharacterPlaceAndKind() {
    assertThat(Mark.in("Today\u02bcs date\u00a0is\u200b 2026"))
        .containsExactly(
            new Mark(0x2bc, 5, Kind.LOOKALIKE),
            new Mark(0xa0, 12, Kind.SPACE),
            new Mark(0x200b, 15, Kind.INVISIBLE));
  }

  @Test
  void countsUnitsOfUtf16AndMarksSignsBeyondTheFirstPlane() {
    // MATHEMATICAL BOLD SMALL A; TAG LATIN SMALL LETTER A
    assertThat(Mark.in("\ud83d\ude00 \ud835\udc1a \udb40\udc61"))
        .containsExactly(
            new Mark(0x1d41a, 3, Kind.LOOKALIKE), new Mark(0xe0061, 6, Kind.INVISIBLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u2018", "\u2019", "\u02bc", "\u02b9", "\u2032", // apostrophes and quotes
        "\u2010", "\u2011", "\u2013", "\u2212", // hyphens, a dash and the minus
        "\u2026", "\u2024", "\u2215", "\u037e", // dots, a slash, a question mark of Greek
        "\uff41", "\u0131", "\u017f", "\u0251", // Latin letters
        "\ufb01", "\u2170", // ligatures and numerals
      })
  void listsWhatReadsAsAsciiInEnglishProse(String mark) {
    assertThat(Mark.in("it" + mark + "s so")).containsExactly(lookalike(mark, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0", "\u2002", "\u2003", "\u2007", "\u2009", "\u200a", "\u202f", "\u205f", "\u3000"
      })
  void listsSpacesThatAreNone(String space) {
    assertThat(Mark.in("a" + space + "b"))
        .containsExactly(new Mark(space.codePointAt(0), 1, Kind.SPACE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ad",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u200e",
        "\u2060",
        "\u2063",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufe00",
        "\ufe0e",
        "\ufe0f",
        "\u034f",
        "\u180e",
        "\u3164",
        "\udb40\udc41",
        "\udb40\udd00"
      })
  void listsWhatIsNotSeen(String unseen) {
    assertThat(Mark.in("a" + unseen + "b"))
        .containsExactly(new Mark(unseen.codePointAt(0), 1, Kind.INVISIBLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Die Größe überprüfen, schöne Grüße, Straße",
        "El niño comió piñas; ¿qué más? ¡Sí!",
        "Le cœur du bœuf, l'été à Nîmes, ça",
        "Zażółć gęślą jaźń, Łódź",
        "Også æbler på Ærø",
        "Türkçe çok güzel, şöyle",
        "Ðại học Việt Nam, Tiếng Việt",
        "20 °C, § 7, 3 €, ½, ©, →, ✓, █",
      })
  void latinLettersOfTodayAndSignsAreNone(String text) {
    assertThat(Mark.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Сегодня хорошо, а завтра — с нами у моря о том же",
        "Привет, мир! Сор и пыль. Он у окна.",
        "Сьогодні її одяг, і Європа",
        "Καλημέρα κόσμε, ο ήλιος και η θάλασσα",
        "שלום עולם, סוס ויום",
        "مرحبا بالعالم هذا ٥ أيام، والسلام",
        "Բարեւ աշխարհ։",
        "नमस्ते दुनिया, ०३ दिनः",
        "ขอบคุณ ๐ ครั้ง",
        "გამარჯობა, ყველას",
        "今天的日期是二〇二六年，好！（见下）：丶一",
        "今日はノートを書く。ノ、と。",
        "오늘은 날짜：２일",
      })
  void lettersAmongTheirScriptAreNone(String text) {
    assertThat(Mark.in(text)).isEmpty();
  }

  @Test
  void aLetterOfAnotherScriptInALatinWordIsListed() {
    // CYRILLIC SMALL LETTER A, O; GREEK SMALL LETTER OMICRON
    assertThat(Mark.in("p\u0430yp\u0430l g\u043eogle micr\u03bfsoft"))
        .extracting(Mark::codePoint)
        .containsExactly(0x430, 0x430, 0x43e, 0x3bf);
  }

  @Test
  void aLetterOfAnotherScriptInALatinWordIsListedBesideAWordOfThatScriptToo() {
    assertThat(Mark.in("привет p\u0430ypal привет")).extracting(Mark::offset).containsExactly(8);
  }

  @Test
  void aWordOfLookalikesAmongLatinWordsIsListed() {
    // "a" of "such a thing", and "cop" as a whole, by Cyrillic letters
    assertThat(Mark.in("such \u0430 thing")).containsExactly(lookalike("\u0430", 5));
    assertThat(Mark.in("ask a \u0441\u043e\u0440 here")).hasSize(3);
  }

  @Test
  void theScriptOfAnotherLineDoesNotCount() {
    assertThat(Mark.in("привет, мир\nsuch \u0430 thing\nпривет"))
        .containsExactly(lookalike("\u0430", 17));
  }

  @Test
  void aWordOfLookalikesAloneIsListed() {
    // GREEK SMALL LETTER ALPHA as a name: nothing says that it is Greek
    assertThat(Mark.in("\u03b1 = 0.05")).containsExactly(lookalike("\u03b1", 0));
  }

  @Test
  void fullWidthSignsAmongLatinWordsAreListed() {
    assertThat(Mark.in("so\uff01 it is")).containsExactly(lookalike("\uff01", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u2764\ufe0f and \u26a0\ufe0f", // heart and warning sign, which are text by themselves
        "\u231a\ufe0e", // a watch as text
        "1\ufe0f\u20e3", // keycap
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", // family
        "\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb", // with the colour of skin
        "\u2764\ufe0f\u200d\ud83d\udd25", // heart on fire
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
        "\u845b\udb40\udd00\u98fe", // an ideograph in a registered form
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", // Persian
        "\u0915\u094d\u200d\u0937", // Devanagari
      })
  void whatIsSeenInItsNeighboursIsNone(String text) {
    assertThat(Mark.in(text)).isEmpty();
  }

  @Test
  void selectorsThatChangeNothingAreListed() {
    // An emoji by itself; a digit without keycap; a second selector
    assertThat(Mark.in("\u2705\ufe0f")).hasSize(1);
    assertThat(Mark.in("1\ufe0f")).hasSize(1);
    assertThat(Mark.in("\u2764\ufe0f\ufe0f")).extracting(Mark::offset).containsExactly(2);
  }

  @Test
  void tagsBehindAFlagThatNameNoRegionAreListed() {
    String flag = "\ud83c\udff4";
    assertThat(Mark.in(flag + "\udb40\udc67\udb40\udc62")).hasSize(2); // no end
    assertThat(Mark.in(flag + "\udb40\udc61".repeat(20) + "\udb40\udc7f")).hasSize(21);
  }

  /** A walk around each letter would take hours. */
  @Test
  void longRunsOfLookalikesAreLookedAtOnce() {
    // CYRILLIC SMALL LETTER A, GREEK SMALL LETTER OMICRON; FULLWIDTH EXCLAMATION MARK; TAG A
    assertThat(Mark.in("\u0430\u03bf".repeat(200_000))).hasSize(400_000);
    assertThat(Mark.in("\u0430 ".repeat(200_000))).hasSize(200_000);
    assertThat(Mark.in("\uff01".repeat(200_000))).hasSize(200_000);
    assertThat(Mark.in("\ud83c\udff4" + "\udb40\udc61".repeat(100_000))).hasSize(100_000);
  }

  @Property(tries = 300)
  void anyTextIsLookedAtAndAsciiHasNone(@ForAll String text) {
    List<Mark> marks = Mark.in(text);
    assertThat(marks)
        .allMatch(
            mark -> mark.codePoint() > '~' && text.codePointAt(mark.offset()) == mark.codePoint());
    assertThat(Mark.in(text.replaceAll("[^\\x00-\\x7e]", ""))).isEmpty();
  }

  private static Mark lookalike(String character, int offset) {
    return new Mark(character.codePointAt(0), offset, Kind.LOOKALIKE);
  }
}
