package dev.candor.campaign.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  static List<Arguments> texts() {
    return List.of(
        Arguments.of("Fix the  BUG,\n\tplease!", List.of("fix", "the", "bug", "please")),
        // Full-width letters and a ligature (NFKC).
        Arguments.of("\uff26\uff29\uff38 \ufb01le", List.of("fix", "file")),
        Arguments.of("Stra\u00dfe \u0130zmir", List.of("stra\u00dfe", "i\u0307zmir")),
        Arguments.of("costs 1,234.56 or \u0663 apples", List.of("costs", "0", "or", "0", "apples")),
        Arguments.of("commit 9f3c2ab in user42", List.of("commit", "0", "in", "0")),
        Arguments.of("id 0f1e2d3c-aaaa-bbbb-cccc-ffffffffffff end", List.of("id", "0", "end")),
        Arguments.of("\u4fee\u590dbug\u3002", List.of("\u4fee", "\u590d", "bug")),
        Arguments.of("e\u0301t\u00e9", List.of("\u00e9t\u00e9")),
        Arguments.of("?!", List.of()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void formNumbersAndIdentifiersAreTakenOut(String text, List<String> words) {
    assertThat(Words.of(text)).isEqualTo(words);
  }
}
