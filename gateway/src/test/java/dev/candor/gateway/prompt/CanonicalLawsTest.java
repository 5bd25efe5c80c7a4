package dev.candor.gateway.prompt;

import static dev.candor.gateway.prompt.Bodies.subject;
import static dev.candor.gateway.prompt.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.gateway.Entry;
import dev.candor.gateway.Inspector.Outcome;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Mode;
import dev.candor.text.mechanism.Mechanisms;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

class CanonicalLawsTest {
  private static final List<Entry> ENTRIES = new CopyOnWriteArrayList<>();
  private static final Inspection INSPECTION =
      new Inspection(
          Mechanisms.all(),
          1 << 20,
          entry -> {
            ENTRIES.add(entry);
            return CompletableFuture.completedStage(entry);
          },
          new Metrics(),
          InstantSource.system());

  @AfterContainer
  static void end() {
    INSPECTION.close();
  }

  private static Outcome canonicalise(String path, byte[] body) {
    ENTRIES.clear();
    return INSPECTION
        .decide(subject(path, "c"), Mode.CANONICALISE, body)
        .toCompletableFuture()
        .join();
  }

  @Property(tries = 2_000)
  void whatIsCanonicalStaysAsItIs(@ForAll long seed, @ForAll @IntRange(max = 3) int dialect) {
    String path = Bodies.PATHS.get(dialect);
    byte[] body = bytes(RandomRequests.of(path, seed).json());
    Outcome once = canonicalise(path, body);

    assertThat(once).isNotInstanceOf(Outcome.Refused.class);
    if (once instanceof Outcome.Changed changed) {
      assertThat(canonicalise(path, changed.body())).isEqualTo(new Outcome.Unchanged());
      assertThat(ENTRIES.stream().flatMap(entry -> entry.changes().stream())).isEmpty();
    }
  }

  @Property(tries = 2_000)
  void onlyListedBytesChange(@ForAll long seed, @ForAll @IntRange(max = 3) int dialect) {
    String path = Bodies.PATHS.get(dialect);
    byte[] body = bytes(RandomRequests.of(path, seed).json());
    if (!(canonicalise(path, body) instanceof Outcome.Changed(byte[] changed, boolean _))) {
      return;
    }
    List<Byte> expected = new ArrayList<>();
    int from = 0;
    for (Entry.Changed change : ENTRIES.getFirst().changes()) {
      add(expected, body, from, change.start());
      byte[] now = bytes(characters(change.now()));
      add(expected, now, 0, now.length);
      assertThat(characters(change.was()))
          .isEqualTo(SpanText.decoded(body, change.start(), change.end()));
      from = change.end();
    }
    add(expected, body, from, body.length);
    assertThat(text(changed)).isEqualTo(text(bytes(expected)));
  }

  private static void add(List<Byte> to, byte[] bytes, int from, int end) {
    for (byte b : Arrays.copyOfRange(bytes, from, end)) {
      to.add(b);
    }
  }

  private static byte[] bytes(List<Byte> list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = list.get(i);
    }
    return bytes;
  }

  private static byte[] bytes(String text) {
    return Bodies.bytes(text);
  }

  private static String characters(String points) {
    StringBuilder text = new StringBuilder();
    for (String point : points.isEmpty() ? new String[0] : points.split(" ")) {
      text.appendCodePoint(Integer.parseInt(point.substring(2), 16));
    }
    return text.toString();
  }

  @Property(tries = 2_000)
  void signedBlocksStayAsTheyAre(@ForAll long seed, @ForAll @IntRange(max = 3) int dialect) {
    String path = Bodies.PATHS.get(dialect);
    RandomRequests.Sample sample = RandomRequests.of(path, seed);
    if (canonicalise(path, bytes(sample.json())) instanceof Outcome.Changed changed) {
      String after = text(changed.body());
      sample.signed().forEach(block -> assertThat(after).contains(block));
    }
  }
}
