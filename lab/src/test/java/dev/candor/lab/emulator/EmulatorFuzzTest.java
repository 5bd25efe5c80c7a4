package dev.candor.lab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.wire.Exchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;

/** Whatever bytes come in, in whatever pieces: nothing escapes, and what is kept is bounded. */
class EmulatorFuzzTest {
  private static final int MOST_EXCHANGES = 20;
  private static final int MOST_BYTES = 20_000;

  /**
   * @param data the size of the pieces, then what comes in
   */
  @FuzzTest
  void anyBytesAreHeardWithinBounds(byte[] data) {
    if (data.length < 2) {
      return;
    }
    int piece = 1 + (data[0] & 0x7f);
    Recording whole = recorded(data, data.length);
    Recording pieces = recorded(data, piece);

    assertThat(said(pieces)).isEqualTo(said(whole));
    assertThat(pieces.exchanges().size() + pieces.failures().size() + pieces.leftOut())
        .isPositive();
  }

  private static Recording recorded(byte[] data, int piece) {
    EmbeddedChannel channel = new EmbeddedChannel();
    Recording recording = Embedded.listen(channel, new Recording(MOST_EXCHANGES, MOST_BYTES));
    List<ByteBuf> sent = new ArrayList<>();
    for (int at = 1; at < data.length && channel.isOpen(); at += piece) {
      ByteBuf part = Unpooled.copiedBuffer(data, at, Math.min(piece, data.length - at));
      sent.add(part);
      channel.writeInbound(part);
      for (ByteBuf answer = channel.readOutbound();
          answer != null;
          answer = channel.readOutbound()) {
        answer.release();
      }
    }
    channel.finishAndReleaseAll();
    channel.checkException();

    assertThat(sent).allMatch(part -> part.refCnt() == 0);
    assertThat(recording.taken()).isBetween(0L, (long) MOST_BYTES);
    assertThat(recording.exchanges()).hasSizeLessThanOrEqualTo(MOST_EXCHANGES);
    assertThat(recording.failures()).hasSizeLessThanOrEqualTo(1);
    long bodies =
        recording.exchanges().stream().mapToLong(e -> e.request().body().bytes().length).sum();
    assertThat(bodies).isLessThanOrEqualTo(recording.taken());
    return recording;
  }

  /** What does not depend on time. */
  private static List<String> said(Recording recording) {
    return recording.exchanges().stream().map(EmulatorFuzzTest::said).toList();
  }

  private static String said(Exchange exchange) {
    return exchange.request().line()
        + exchange.request().headers()
        + Loopback.text(exchange.request().body().bytes())
        + exchange.connection().proxied()
        + exchange.answered();
  }
}
