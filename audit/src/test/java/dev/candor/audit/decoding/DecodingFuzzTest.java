package dev.candor.audit.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.text.mechanism.Mechanisms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

class DecodingFuzzTest {
  private static final List<Needle> NEEDLES = Needle.of(Mechanisms.all());

  /** Whatever the bytes are, each hit stands in them, in order, and fits its template again. */
  @FuzzTest
  void anyLogIsRead(byte[] log) {
    List<Hit> hits = new ArrayList<>();
    try {
      new LogScan(NEEDLES, hits::add, hits::add, 1).run(new ByteArrayInputStream(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = -1;
    for (Hit hit : hits) {
      assertThat(hit.start).isBetween(end + 1, (long) log.length);
      end = hit.start;
      assertThat(hit.needle.sentences().in(hit.text)).hasSize(1);
      assertThat(hit.around.substring(hit.sentence.start(), hit.sentence.end())).isNotEmpty();
    }
    assertThat(JsonPlaces.complete(new ByteArrayInputStream(log), hits, 0))
        .isBetween(0, hits.size());
  }
}
