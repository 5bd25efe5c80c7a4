package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures are those of the Javadoc of {@link Letters}. */
class LettersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry gateway mirror account billing research",
        "shanghai hangzhou guangzhou chongqing nanjing",
        "api.example.com,console.example.org,status.example.net",
        "Lisbon Madrid Toulouse Marseille Torino Milano"
      })
  void wordsAndNamesScoreWell(String text) {
    assertThat(Letters.of(text).score()).isBetween(0.2, 1.2);
  }

  @Test
  void chanceScoresFarBelow() {
    Random random = new Random(1);
    double sum = 0;
    int above = 0;
    int tries = 4_000;
    for (int i = 0; i < tries; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 60; k++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      double score = Letters.of(text).score();
      sum += score;
      above += score > -0.46 ? 1 : 0;
    }
    assertThat(sum / tries).isLessThan(-1.3);
    assertThat(above).isLessThanOrEqualTo(tries / 500);
  }

  @Test
  void countsLettersOnly() {
    assertThat(Letters.of("a1-b_ c\u00e9").letters()).isEqualTo(3);
    assertThat(Letters.of("123 456").score()).isZero();
  }

  @Test
  void caseMakesNoDifference() {
    assertThat(Letters.of("REGISTRY").score()).isEqualTo(Letters.of("registry").score());
  }

  @Test
  void aHumpStartsAWord() {
    assertThat(Letters.of("registryGateway").score())
        .isEqualTo(Letters.of("registry gateway").score());
  }

  @Test
  void bytesAndCharactersScoreAlike() {
    byte[] bytes = Peel.bytes("xx registry.gateway xx");
    assertThat(Letters.of(bytes, 3, 19)).isEqualTo(Letters.of("registry.gateway"));
  }
}
