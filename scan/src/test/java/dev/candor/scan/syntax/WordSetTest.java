package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WordSetTest {
  /** "Aa" and "BB" have one hash: 65 * 31 + 97 = 66 * 31 + 66. */
  @Test
  void wordsOfOneHashAreToldApart() {
    WordSet words = new WordSet(Set.of("Aa", "atob"));
    Tokens tokens = Lexed.javaScript("Aa BB atob btoa");

    assertThat(words.hasWord(tokens, 0)).isTrue();
    assertThat(words.hasWord(tokens, 1)).isFalse();
    assertThat(words.hasWord(tokens, 2)).isTrue();
    assertThat(words.hasWord(tokens, 3)).isFalse();
  }
}
