package dev.candor.lab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However streams are mixed and cut, each is written down as if it were alone. */
class Http2LawsTest {
  @Property(tries = 200)
  void mixingAndPiecesMakeNoDifference(
      @ForAll @IntRange(min = 1, max = 40) int streams,
      @ForAll @IntRange(min = 1, max = 500) int piece,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<List<byte[]>> all = IntStream.range(0, streams).mapToObj(i -> stream(i, random)).toList();
    ByteArrayOutputStream alone = new ByteArrayOutputStream();
    alone.writeBytes(Frames.opening().bytes());
    all.forEach(frames -> frames.forEach(alone::writeBytes));

    List<String> mixed = recorded(mixed(all, random), piece);

    assertThat(mixed).hasSize(streams);
    assertThat(mixed).containsExactlyInAnyOrderElementsOf(recorded(alone.toByteArray(), 1 << 20));
  }

  /** The frames of one request: its headers, some data, and sometimes trailers. */
  private static List<byte[]> stream(int number, Random random) {
    int id = 2 * number + 1;
    List<byte[]> frames = new ArrayList<>();
    int fields = random.nextInt(5);
    String[] headers = new String[6 + 2 * fields];
    List<String> names = List.of(":method", "POST", ":path", "/count/" + number, ":scheme", "http");
    for (int i = 0; i < headers.length; i++) {
      headers[i] =
          i < names.size()
              ? names.get(i)
              : i % 2 == 0 ? "x-" + random.nextInt(4) : Integer.toString(random.nextInt());
    }
    frames.add(new Frames().headers(id, false, headers).bytes());
    for (int i = random.nextInt(4); i > 0; i--) {
      frames.add(new Frames().data(id, false, "y".repeat(1 + random.nextInt(200))).bytes());
    }
    frames.add(
        random.nextBoolean()
            ? new Frames().headers(id, true, "x-sum", Integer.toString(number)).bytes()
            : new Frames().data(id, true, "z" + number).bytes());
    return frames;
  }

  /** Streams begin in the order of their numbers, as they must; all else is mixed. */
  private static byte[] mixed(List<List<byte[]>> streams, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Frames.opening().bytes());
    List<List<byte[]>> begun = new ArrayList<>();
    int next = 0;
    while (next < streams.size() || !begun.isEmpty()) {
      if (next < streams.size() && (begun.isEmpty() || random.nextBoolean())) {
        begun.add(new ArrayList<>(streams.get(next++)));
        out.writeBytes(begun.getLast().removeFirst());
      } else {
        List<byte[]> one = begun.get(random.nextInt(begun.size()));
        out.writeBytes(one.removeFirst());
        if (one.isEmpty()) {
          begun.remove(one);
        }
      }
    }
    return out.toByteArray();
  }

  private static List<String> recorded(byte[] bytes, int piece) {
    EmbeddedChannel channel = new EmbeddedChannel();
    Recording recording = Embedded.listen(channel, new Recording(1_000, 16 << 20));
    for (int at = 0; at < bytes.length; at += piece) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, at, Math.min(piece, bytes.length - at)));
      for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
        part.release();
      }
    }
    channel.finishAndReleaseAll();
    assertThat(recording.failures()).isEmpty();
    return recording.exchanges().stream()
        .map(e ->
            e.request().target()
                + e.request().headers()
                + Loopback.text(e.request().body().bytes())
                + e.answered()
                + Loopback.text(e.response().orElseThrow().body().bytes()))
        .toList();
  }
}
