package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
  private static final List<String> NAMES =
      List.of("registry", "gateway", "mirror", "account", "billing", "research", "proxy");

  /** So many different names. */
  private static List<String> names(int n) {
    return IntStream.range(0, n).mapToObj(i -> NAMES.get(i % 7) + "-" + i).toList();
  }

  private static List<String> with(List<String> some, int times, String other) {
    List<String> all = new ArrayList<>(some);
    all.addAll(Collections.nCopies(times, other));
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry",
        "api.example.com",
        "my-host_1",
        "/usr/share/zone",
        "@scope/name",
        "a b c",
        "Asia/Shanghai",
        "127.0.0.1:8080",
        "*.example.org",
        "50%",
        "a+b",
        "#tag",
        "L'Aquila",
        "größe",
        "北京",
        "x@y.org",
        "a&b",
        "~user",
        "fun(x)",
        "now!"
      })
  void namesHostsPathsAndPhrasesAreNames(String entry) {
    assertThat(Entries.isName(entry)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "a=b;",
        "<b>",
        "\"x\"",
        "a,b",
        "a|b",
        "[0]",
        "a\\b",
        "a\u0001b",
        "a§b",
        "----",
        "a---",
        "a\nb",
        "$x",
        "^a$"
      })
  void codeAndMarkupAreNone(String entry) {
    assertThat(Entries.isName(entry)).isFalse();
  }

  @Test
  void aNameHasAtMostAHundredCharacters() {
    assertThat(Entries.isName("xx.x".repeat(25))).isTrue();
    assertThat(Entries.isName("xx.x".repeat(25) + "x")).isFalse();
  }

  @Test
  void noWordOfAListHasMoreThanThirtySixLetters() {
    assertThat(Entries.isName("a".repeat(36))).isTrue();
    assertThat(Entries.isName("a".repeat(37))).isFalse();
  }

  @Test
  void threeOfFiveCharactersOfANameAreLettersOrDigits() {
    assertThat(Entries.isName("a.b.c")).isTrue();
    assertThat(Entries.isName("a.b..")).isFalse();
  }

  @Test
  void aListHasFourEntries() {
    assertThat(Entries.areNames(NAMES.subList(0, 4))).isTrue();
    assertThat(Entries.areNames(NAMES.subList(0, 3))).isFalse();
  }

  @Test
  void threeOfAHundredEntriesMayBeSomethingElse() {
    assertThat(Entries.areNames(with(names(97), 3, "{x}"))).isTrue();
    assertThat(Entries.areNames(with(names(96), 4, "{x}"))).isFalse();
  }

  @Test
  void sevenOfTenEntriesHoldALetter() {
    assertThat(
            Entries.areNames(
                List.of(
                    "registry",
                    "gateway",
                    "mirror",
                    "account",
                    "billing",
                    "research",
                    "proxy",
                    "1",
                    "2",
                    "3")))
        .isTrue();
    assertThat(
            Entries.areNames(
                List.of(
                    "registry",
                    "gateway",
                    "mirror",
                    "account",
                    "billing",
                    "research",
                    "4",
                    "1",
                    "2",
                    "3")))
        .isFalse();
  }

  @Test
  void sixOfTenEntriesAreDistinct() {
    assertThat(Entries.areNames(with(NAMES.subList(0, 6), 4, "registry"))).isTrue();
    assertThat(Entries.areNames(with(NAMES.subList(0, 5), 5, "registry"))).isFalse();
  }

  /** Codes and ranges have fewer letters. */
  @Test
  void entriesHaveTwoAndAHalfLettersEach() {
    assertThat(Entries.areNames(List.of("abc", "de", "fgh", "ij"))).isTrue();
    assertThat(Entries.areNames(List.of("abc", "de", "fg", "ij"))).isFalse();
  }

  /** Bit masks under a key of letters have few. */
  @Test
  void entriesHaveNineDifferentLetters() {
    assertThat(Entries.areNames(List.of("abc", "def", "ghi", "abd"))).isTrue();
    assertThat(Entries.areNames(List.of("abc", "def", "gha", "abd"))).isFalse();
  }

  @Test
  void entriesHaveThreeAndAHalfWordsEach() {
    assertThat(
            Entries.areNames(
                List.of(
                    "red panda in Chengdu",
                    "blue whale",
                    "great old northern oak tree",
                    "small grey wood mouse")))
        .isFalse();
    assertThat(
            Entries.areNames(
                List.of(
                    "red panda near Chengdu",
                    "blue whale",
                    "great old northern oak",
                    "small grey wood mouse")))
        .isTrue();
  }

  /** One of twelve words, and one more, may be a function word. */
  @Test
  void sentencesGiveThemselvesAwayByFunctionWords() {
    assertThat(Entries.areNames(List.of("bank of china", "state grid", "air china", "sinopec")))
        .isTrue();
    assertThat(
            Entries.areNames(
                List.of("it was the best", "of all that is", "in this world", "and not for us")))
        .isFalse();
  }

  /** A long list is sampled first, so its other end counts too. */
  @Test
  void aLongListIsJudgedAsAWhole() {
    assertThat(Entries.areNames(names(1000))).isTrue();
    assertThat(Entries.areNames(with(names(900), 100, "{x}"))).isFalse();
  }

  @Test
  void codesOfTwoShapesAreRegular() {
    assertThat(
            Entries.areRegular(
                List.of("en_GB", "de_DE", "zh_CN", "fr", "pt", "x1", "y2", "a_B", "b_C", "c_D")))
        .isFalse();
    assertThat(
            Entries.areRegular(
                List.of("en_GB", "de_DE", "zh_CN", "fr", "pt", "it", "es", "a_B", "b_C", "c1")))
        .isTrue();
  }

  @Test
  void countsLettersOfAnyScript() {
    assertThat(Entries.letters(List.of("ab1", "größe", "北京", "--"))).isEqualTo(9);
  }
}
