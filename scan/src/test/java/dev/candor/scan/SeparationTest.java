package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparationTest {
  private static final List<String> WORDS =
      List.of("registry", "gateway", "mirror", "account", "billing", "research");
  private static final List<String> HOSTS =
      List.of(
          "registry.example.test",
          "my-gateway.example.org",
          "mirror.example.net:8080",
          "a.b-c.test");

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",", ";", "|", ":", "/", "-", "_", ".", "~", "^", "!", "#", "@", "&", "*", "+", "=", "$",
        "%", "?", "\\", "\"", "'", "`", "<", ">", "\n", "\t", "\0", "\u0001", "\u001f", "§", "¦",
        "•", "→", "\u00a0", "\u200b", ", ", "; ", " | ", "||", "::", "=>", "\r\n", "\n\n", "),"
      })
  void anythingButLettersAndDigitsMaySeparate(String separator) {
    assertThat(Separation.best(String.join(separator, WORDS))).contains(WORDS);
  }

  /** The same marks join the parts of one name; six parts are a list. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.some-name.com.br",
        "usr/share/common/licenses",
        "two-words-and-more-still",
        "snake_case_of_five_words"
      })
  void aNameIsNoListOfItsParts(String name) {
    assertThat(Separation.best(name)).isEmpty();
  }

  @Test
  void anArrayIsToldFromTextInBrackets() {
    assertThat(Separation.isArray("[\"vm-12\",\"ci-07\", \"ws-a1\",\"db-9\"]")).isTrue();
    assertThat(Separation.isArray("[\"vm-12\",\"ci-07\",\"ws-a1\"]")).isFalse();
    assertThat(Separation.isArray("[vm-12,ci-07,ws-a1,db-9]")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "|", "\n", "\t", "\0", " ", ", ", "||", "§"})
  void marksWithinHostNamesDoNotSeparateThem(String separator) {
    assertThat(Separation.best(String.join(separator, HOSTS))).contains(HOSTS);
  }

  @Test
  void wordsBetweenSpacesAreAListWhereNothingElseStructuresThem() {
    assertThat(Separation.best(String.join(" ", WORDS))).contains(WORDS);
    assertThat(Separation.best("registry gateway mirror\naccount billing research office "))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "Z"})
  void lettersAndDigitsNeverSeparate(String separator) {
    assertThat(Separation.best(String.join(separator, WORDS)))
        .isNotEqualTo(java.util.Optional.of(WORDS));
  }

  @Test
  void aSeparatorAtEitherEndLeavesNoEmptyEntry() {
    assertThat(Separation.best("," + String.join(",", WORDS) + ",")).contains(WORDS);
    assertThat(Separation.split(",a,,b, ", ",")).containsExactly("a", "b");
  }

  @Test
  void paddingIsNoPartOfAnEntry() {
    assertThat(Separation.split(" a , b\t,\nc ", ",")).containsExactly("a", "b", "c");
  }

  @Test
  void readsAnArrayOfJsonStrings() {
    assertThat(Separation.best("[\"registry\", \"gate\\\"way\",\n\"a\\/b\", \"c\\\\d\"]"))
        .contains(List.of("registry", "gate\"way", "a/b", "c\\d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\"registry\"", "[\"registry]", "[1,2]", "{\"a\":\"b\"}", "[]", "[\"a\\\"]"})
  void otherJsonIsNoArrayOfStrings(String text) {
    assertThat(Separation.best(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "registry", "registry,gateway,mirror", ",,,,,,", "1,2,3,4,5"})
  void fewerThanFourNamesAreNoList(String text) {
    assertThat(Separation.best(text)).isEmpty();
  }
}
