package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a request comes in, the same is written down. */
class Http1LawsTest {
  private static final List<String> CODINGS = List.of("", "gzip", "zstd", "br");

  /**
   * @param coding of the content; empty for none
   */
  record Sent(String target, List<Header> headers, byte[] body, String coding) {
    String head() {
      StringBuilder head = new StringBuilder("POST " + target + " HTTP/1.1\r\n");
      headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
      return head.toString();
    }

    Sent with(Header header) {
      List<Header> more = new ArrayList<>(headers);
      more.add(header);
      return new Sent(target, more, body, coding);
    }

    Sent coded() {
      return coding.isEmpty() ? this : with(new Header("Content-Encoding", coding));
    }

    byte[] content() {
      return switch (coding) {
        case "gzip" -> gzip(body);
        case "zstd" -> Zstd.compress(body);
        case "br" -> storedBrotli(body);
        default -> body;
      };
    }

    byte[] plain() {
      byte[] content = content();
      return joined(bytes(head() + "Content-Length: " + content.length + "\r\n\r\n"), content);
    }

    byte[] chunked(int size) {
      byte[] content = content();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(bytes(head() + "Transfer-Encoding: chunked\r\n\r\n"));
      for (int at = 0; at < content.length; at += size) {
        int length = Math.min(size, content.length - at);
        out.writeBytes(bytes(Integer.toHexString(length) + ";a=b\r\n"));
        out.write(content, at, length);
        out.writeBytes(bytes("\r\n"));
      }
      out.writeBytes(bytes("0\r\n\r\n"));
      return out.toByteArray();
    }
  }

  @Provide
  Arbitrary<Sent> requests() {
    Arbitrary<String> names =
        Arbitraries.strings().withCharRange('a', 'z').withChars("ABCXYZ-_09").ofLength(6);
    Arbitrary<String> values =
        Arbitraries.strings().withCharRange('!', '~').withChars("\u00e9\u00ff").ofMaxLength(20);
    Arbitrary<Header> headers =
        Combinators.combine(names, values).as((n, v) -> new Header("x" + n, v));
    return Combinators.combine(
            Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(10),
            headers.list().ofMaxSize(8),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(300),
            Arbitraries.of(CODINGS))
        .as((path, list, body, coding) -> new Sent("/count/" + path, list, body, coding).coded());
  }

  @Property(tries = 300)
  void piecesMakeNoDifference(
      @ForAll("requests") Sent one,
      @ForAll("requests") Sent two,
      @ForAll @Size(max = 8) List<@IntRange(max = 2_000) Integer> cuts) {
    byte[] all = joined(one.plain(), two.plain());
    List<Integer> places = cuts.stream().filter(cut -> cut < all.length).sorted().toList();

    assertThat(said(recorded(all, places))).isEqualTo(said(recorded(all, List.of())));
  }

  @Property(tries = 30)
  void noRequestIsLostWhenEachByteComesAlone(
      @ForAll("requests") Sent one, @ForAll("requests") Sent two) {
    byte[] all = joined(one.chunked(7), two.plain());
    List<Integer> places = new ArrayList<>();
    for (int i = 1; i < all.length; i++) {
      places.add(i);
    }

    assertThat(said(recorded(all, places))).isEqualTo(said(recorded(all, List.of())));
  }

  @Property(tries = 300)
  void requestsBehindOneAnotherAreThoseThatComeAlone(
      @ForAll @Size(min = 1, max = 5) List<@net.jqwik.api.From("requests") Sent> requests) {
    byte[] all = joined(requests.stream().map(Sent::plain).toArray(byte[][]::new));
    List<String> alone =
        requests.stream().flatMap(r -> said(recorded(r.plain(), List.of())).stream()).toList();

    assertThat(said(recorded(all, List.of()))).isEqualTo(alone).hasSize(requests.size());
  }

  @Property(tries = 300)
  void chunksMakeNoDifferenceToTheBodyAndItsAnswer(
      @ForAll("requests") Sent request, @ForAll @IntRange(min = 1, max = 100) int size) {
    Exchange plain = recorded(request.plain(), List.of()).getFirst();
    Exchange chunked = recorded(request.chunked(size), List.of()).getFirst();

    assertThat(chunked.request().body().bytes())
        .isEqualTo(plain.request().body().bytes())
        .isEqualTo(request.content());
    assertThat(answer(chunked)).isEqualTo(answer(plain));
    assertThat(chunked.request().headers().subList(0, request.headers().size()))
        .isEqualTo(plain.request().headers().subList(0, request.headers().size()))
        .isEqualTo(request.headers());
  }

  @Property(tries = 300)
  void bodiesAreKeptAsCodedAndReadAsMeant(@ForAll("requests") Sent request) {
    Exchange exchange = recorded(request.plain(), List.of()).getFirst();

    assertThat(exchange.request().body().bytes()).isEqualTo(request.content());
    assertThat(answer(exchange)).isEqualTo(Integer.toString(request.body().length));
  }

  @Property(tries = 100)
  void whoWaitsToGoOnIsWrittenDownLikeOthers(@ForAll("requests") Sent request) {
    Sent waiting = request.with(new Header("Expect", "100-continue"));
    byte[] all = waiting.plain();
    EmbeddedChannel channel = new EmbeddedChannel();
    Recording recording = listen(channel);
    int body = all.length - waiting.content().length;
    channel.writeInbound(Unpooled.copiedBuffer(all, 0, body));
    String first = written(channel);
    channel.writeInbound(Unpooled.copiedBuffer(all, body, all.length - body));
    channel.finishAndReleaseAll();

    assertThat(first).startsWith("HTTP/1.1 100 Continue\r\n\r\n");
    assertThat(said(recording.exchanges())).isEqualTo(said(recorded(all, List.of())));
  }

  private static Recording listen(EmbeddedChannel channel) {
    return Embedded.listen(channel, new Recording(1_000, 16 << 20));
  }

  private static List<Exchange> recorded(byte[] bytes, List<Integer> cuts) {
    EmbeddedChannel channel = new EmbeddedChannel();
    Recording recording = listen(channel);
    int from = 0;
    for (int cut : cuts) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, from, cut - from));
      from = cut;
    }
    channel.writeInbound(Unpooled.copiedBuffer(bytes, from, bytes.length - from));
    channel.finishAndReleaseAll();
    assertThat(recording.failures()).isEmpty();
    return recording.exchanges();
  }

  private static String written(EmbeddedChannel channel) {
    StringBuilder written = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      written.append(part.toString(java.nio.charset.StandardCharsets.ISO_8859_1));
      part.release();
    }
    return written.toString();
  }

  /** All that does not depend on time. */
  private static List<String> said(List<Exchange> exchanges) {
    return exchanges.stream()
        .map(e ->
            e.request().target()
                + e.request().headers()
                + text(e.request().body().bytes())
                + e.answered()
                + answer(e))
        .toList();
  }

  private static String answer(Exchange exchange) {
    Response response = exchange.response().orElseThrow();
    return text(response.body().bytes());
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * A stream of RFC 7932 with one stored meta-block: window bits 16 (the bit 0), not the last (0),
   * four nibbles of length (00), the length less one in 16 bits, stored (1), filled up to 3 bytes;
   * then the bytes, then the last and empty block (11).
   */
  private static byte[] storedBrotli(byte[] body) {
    if (body.length == 0) {
      return new byte[] {6}; // 0, then last and empty: 11
    }
    int head = body.length - 1 << 4 | 1 << 20;
    return joined(
        new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)}, body, new byte[] {3});
  }
}
