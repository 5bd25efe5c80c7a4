package dev.candor.audit.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.text.mechanism.MechanismFile;
import dev.candor.text.mechanism.Mechanisms;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Streams of any shape, with a buffer so small that all its edges are met. */
class LogScanTest {
  private static final List<Needle> NEEDLES = Needle.of(Mechanisms.all());
  private static final String SENTENCE = "Today\u02bcs date is 2026/07/01.";

  private static List<Hit> hits(byte[] log, int capacity) throws IOException {
    return hits(NEEDLES, new ByteArrayInputStream(log), capacity);
  }

  private static List<Hit> hits(List<Needle> needles, InputStream in, int capacity)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    new LogScan(needles, hits::add, hits::add, capacity).run(in);
    return hits;
  }

  @Property(tries = 100)
  void findsEachSentenceOnceWithItsPlace(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int count) throws IOException {
    StringBuilder log = new StringBuilder();
    List<Long> offsets = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    long line = 1;
    for (int i = 0; i < count; i++) {
      int filler = random.nextInt(6000);
      for (int k = 0; k < filler; k++) {
        boolean feed = random.nextInt(900) == 0;
        line += feed ? 1 : 0;
        log.append(feed ? '\n' : "x \u00e9s dat".charAt(random.nextInt(8)));
      }
      offsets.add((long) log.toString().getBytes(StandardCharsets.UTF_8).length);
      lines.add(line);
      log.append(SENTENCE);
    }

    List<Hit> hits = hits(log.toString().getBytes(StandardCharsets.UTF_8), 1);

    assertThat(hits).extracting(hit -> hit.start).containsExactlyElementsOf(offsets);
    assertThat(hits).extracting(hit -> hit.line).containsExactlyElementsOf(lines);
    assertThat(hits).extracting(hit -> hit.text).containsOnly(SENTENCE);
  }

  /** A line far longer than the buffer, which is never held. */
  @Test
  void aLineMayBeLongerThanTheBuffer() throws IOException {
    long before = 64L << 20;
    byte[] tail = (SENTENCE + "\n" + SENTENCE).getBytes(StandardCharsets.UTF_8);
    InputStream in =
        new java.io.SequenceInputStream(new Same(before), new ByteArrayInputStream(tail));

    List<Hit> hits = hits(NEEDLES, in, 1 << 16);

    assertThat(hits).extracting(hit -> hit.start).containsExactly(before, before + 29);
    assertThat(hits).extracting(hit -> hit.line).containsExactly(1L, 2L);
  }

  /** Nothing in it can be looked for as bytes. */
  @Test
  void aTemplateWithoutAnAnchorIsFoundToo() throws IOException {
    List<Needle> needles =
        Needle.of(
            List.of(
                MechanismFile.parse(
                    "short",
                    """
                    schema: candor/mechanism/v1
                    name: short
                    package: pkg:npm/tool
                    established: {engine: hand, date: 2026-11-21, scanned: no, trials: 0}
                    conditions: [{id: a, factor: timezone, match: equal, values: [x]}]
                    carriers: [{id: t, kind: text, text: "<{s}>"}]
                    marks:
                      - {carrier: t, slot: s, form: lookalike, codebook: [{when: {a: yes}, symbol: U+2019}, {symbol: U+0027}]}
                    """)));
    String log = "x".repeat(100_000) + "\n<\u2019>\n{\"a\":\"<\\u2019>\"}\n<'>";

    List<Hit> hits =
        hits(needles, new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), 1);

    assertThat(hits).extracting(hit -> hit.text).containsExactly("<\u2019>", "<\u2019>", "<'>");
    assertThat(hits).extracting(hit -> hit.line).containsExactly(2L, 3L, 4L);
  }

  @Test
  void aStringTooLongToBeReadStillHasItsPlace() throws IOException {
    String log =
        "{\"a\":\""
            + "x".repeat(17 << 20)
            + SENTENCE
            + "\",\"timestamp\":\"2026-07-01T03:04:05Z\"}";
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    List<Hit> hits = hits(bytes, 1 << 16);

    assertThat(JsonPlaces.complete(new ByteArrayInputStream(bytes), hits, 0)).isEqualTo(1);

    assertThat(hits.getFirst().pointer).isEqualTo("/a");
    assertThat(hits.getFirst().time()).isPresent();
  }

  /** So many bytes of the letter x. */
  private static final class Same extends FilterInputStream {
    private long left;

    Same(long length) {
      super(InputStream.nullInputStream());
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(bytes, offset, offset + count, (byte) 'x');
      left -= count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
