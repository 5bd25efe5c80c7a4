package dev.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "build-*, build-01, true",
    "build-*, build-, true",
    "build-*, rebuild-01, false",
    "*, anything, true",
    "*, a/b, false",
    "**, a/b, true",
    "/home/*/bin/x, /home/a/bin/x, true",
    "/home/*/bin/x, /home/a/b/bin/x, false",
    "/home/**/x, /home/a/b/x, true",
    "/home/**, /home/, true",
    "/home/**, /homes, false",
    "a?c, abc, true",
    "a?c, a/c, false",
    "a?c, ac, false",
    "*a*b*, xxaxxbxx, true",
    "*a*b*, xxbxxaxx, false",
    "a.c, abc, false",
    "(a+)+, (a+)+, true",
    "***, a/b, true",
    "a, '', false",
  })
  void matchesAllOfAName(String pattern, String name, boolean matches) {
    assertThat(new Glob(pattern).matches(name)).isEqualTo(matches);
  }

  /** By backtracking this would take longer than the world has been there. */
  @Test
  void manyStarsTakeNoLongerThanTheProductOfBothLengths() {
    Glob glob = new Glob("*a".repeat(200) + "b");

    assertThat(glob.matches("a".repeat(8_000))).isFalse();
    assertThat(new Glob("**a".repeat(160) + "b").matches("/a".repeat(4_000))).isFalse();
  }

  @Test
  void lengthsAreBounded() {
    assertThatThrownBy(() -> new Glob("a".repeat(501))).hasMessageContaining("1 to 500");
    assertThatThrownBy(() -> new Glob("")).hasMessageContaining("1 to 500");
    assertThat(new Glob("*").matches("a".repeat(8_193))).isFalse();
    assertThat(new Glob("**").matches("a".repeat(8_193))).isTrue();
  }
}
