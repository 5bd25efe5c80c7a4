package dev.candor.fleet.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  /** A search by the plainest means finds the same. */
  @Property
  void findsWhatAPlainSearchFinds(
      @ForAll("texts") List<String> texts, @ForAll("contents") String content) {
    Map<String, List<Long>> expected = new TreeMap<>();
    for (String text : texts) {
      List<Long> places = new ArrayList<>();
      for (int at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
        places.add((long) at);
      }
      if (!places.isEmpty()) {
        expected.put(text, places.subList(0, Math.min(Literals.MOST_PLACES, places.size())));
      }
    }

    assertThat(new Literals(texts).in(content(content))).isEqualTo(expected);
  }

  /** Few letters, so that texts overlap, repeat and begin alike. */
  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings().withChars("ab").ofMinLength(2).ofMaxLength(6).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> contents() {
    return Arbitraries.strings().withChars("abc").ofMaxLength(80);
  }

  @Test
  void findsATextThatLiesAcrossTwoReadings() {
    String marker = "marker-of-some-length";
    for (int before : new int[] {(1 << 20) - 10, (1 << 20) - marker.length(), 1 << 20}) {
      String content = " ".repeat(before) + marker + " ".repeat(100);

      assertThat(new Literals(List.of(marker)).in(content(content)))
          .containsEntry(marker, List.of((long) before));
    }
  }

  private static Content content(String text) {
    return Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
