package dev.candor.gateway.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.gateway.Inspector.Subject;
import dev.candor.text.Utf8;
import dev.candor.wire.Dialect.PromptText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the dialects read into a tree is found where it stands; whatever the bytes are. */
class LocatorFuzzTest {
  @FuzzTest(maxDuration = "120s")
  void anyBytesAreSearched(byte[] body) {
    for (String path : Bodies.PATHS) {
      check(path, body);
    }
  }

  @Property(tries = 2_000)
  void whatADialectReadsIsFound(@ForAll long seed, @ForAll @IntRange(max = 3) int dialect) {
    String path = Bodies.PATHS.get(dialect);
    byte[] body = Bodies.bytes(RandomRequests.of(path, seed).json());

    assertThat(Locator.spans(body, Bodies.fields(path))).isPresent();
    check(path, body);
  }

  private static void check(String path, byte[] body) {
    Optional<List<Span>> spans = Locator.spans(body, Bodies.fields(path));
    Set<PromptText> found = new HashSet<>();
    int end = 0;
    for (Span span : spans.orElse(List.of())) {
      assertThat(span.start()).isGreaterThan(end);
      end = span.end();
      assertThat(body[span.start() - 1]).isEqualTo((byte) '"');
      assertThat(body[span.end()]).isEqualTo((byte) '"');
      SpanText.of(body, span)
          .ifPresent(text -> {
            assertThat(text.byteAt(text.text().length())).isEqualTo(span.end());
            found.add(new PromptText(span.pointer(), text.text()));
          });
    }
    Subject subject = Bodies.subject(path, "");
    List<PromptText> read = subject.dialect().prompt(subject.request(), body);
    if (!read.isEmpty() && Utf8.text(body).isPresent()) {
      assertThat(spans).isPresent();
      // The texts of a list in the place of a document's are read by nobody.
      assertThat(found)
          .containsAll(read.stream().filter(text -> !text.pointer().contains("/data/")).toList());
    }
  }
}
