package dev.candor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is made of bytes does not depend on where the network parts them. */
class RequestDecoderFuzzTest {
  private static final int MOST_HEAD = 512;

  private static final List<String> PIECES =
      List.of(
          "GET /a HTTP/1.1\r\n",
          "POST /b HTTP/1.1\r\n",
          "PUT /c HTTP/1.0\r\n",
          "Host: x\r\n",
          "\r\n",
          "\r\n",
          "Content-Length: 3\r\n",
          "Transfer-Encoding: chunked\r\n",
          "abc",
          "3\r\nabc\r\n",
          "0\r\n\r\n",
          "0\r\nX: y\r\n\r\n",
          "X: y\r\n",
          " folded\r\n",
          "X : y\r\n",
          "\n",
          "\r",
          " ",
          "\0",
          "\u00ff",
          "Content-Length: 4\r\n",
          "3;x=y\r\nabc\r\n",
          "a".repeat(300),
          "fffffffff\r\n");

  @FuzzTest(maxDuration = "120s")
  void anyBytesMeanTheSameInWhateverPiecesTheyCome(byte[] bytes) {
    String whole = read(Stream.of(bytes));
    assertThat(read(pieces(bytes, 1))).isEqualTo(whole);
    assertThat(read(pieces(bytes, 7))).isEqualTo(whole);
  }

  @Property(tries = 2_000)
  void requestsMeanTheSameInWhateverPiecesTheyCome(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    anyBytesMeanTheSameInWhateverPiecesTheyCome(
        text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Stream<byte[]> pieces(byte[] bytes, int size) {
    return Stream.iterate(0, from -> from < bytes.length, from -> from + size)
        .map(
            from -> java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
  }

  /** Heads, bodies and faults in their order, without saying where contents were parted. */
  private static String read(Stream<byte[]> pieces) {
    EmbeddedChannel channel = new EmbeddedChannel(new RequestDecoder(MOST_HEAD));
    StringBuilder said = new StringBuilder();
    try {
      pieces.forEach(piece -> {
        channel.writeInbound(Unpooled.wrappedBuffer(piece));
        for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
          say((HttpObject) part, said);
          ReferenceCountUtil.release(part);
        }
      });
    } finally {
      boolean _ = channel.finishAndReleaseAll();
    }
    return said.toString();
  }

  private static void say(HttpObject part, StringBuilder said) {
    if (said.toString().endsWith("FAULT")) {
      return; // the connection is closed there
    }
    if (part.decoderResult().isFailure()) {
      said.append("FAULT");
      return;
    }
    if (part instanceof HttpRequest head) {
      assertThat(head.uri()).doesNotContain(" ", "\r", "\n");
      said.append("HEAD ")
          .append(head.method())
          .append(head.uri())
          .append(head.headers().entries());
    }
    if (part instanceof HttpContent content) {
      said.append(content.content().toString(StandardCharsets.ISO_8859_1));
    }
    if (part instanceof LastHttpContent last) {
      said.append("END").append(last.trailingHeaders().entries());
    }
  }
}
