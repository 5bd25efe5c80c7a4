package dev.candor.lab.emulator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells by the first bytes what a client speaks, and leaves it to that: at the beginning of a
 * connection, inside TLS, and behind a proxy's answer. Which port it is says nothing.
 */
final class Opening extends ByteToMessageDecoder {
  /** Content type of a TLS handshake record (RFC 8446, 5.1). */
  private static final int TLS = 0x16;

  /** What a client of HTTP/2 sends first (RFC 9113, 3.4). */
  private static final byte[] HTTP_2 =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** TLS to a proxy, and through it to a host; more is not meant to be read. */
  private static final int MOST_LAYERS = 3;

  private final Line line;

  Opening(Line line) {
    this.line = line;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    line.seen(in);
    ChannelPipeline pipeline = context.pipeline();
    switch (in.getUnsignedByte(in.readerIndex())) {
      case TLS -> {
        if (line.layers() == MOST_LAYERS) {
          throw new IllegalStateException("TLS inside TLS, more than " + MOST_LAYERS + " deep");
        }
        line.service().encryption().begin(pipeline, line);
      }
      case Socks.VERSION -> Line.add(pipeline, new Socks(line));
      default -> {
        int same = common(in);
        if (same == in.readableBytes() && same < HTTP_2.length) {
          return; // may be either still
        }
        if (same == HTTP_2.length) {
          Http2.begin(pipeline, line);
        } else {
          Http1.begin(pipeline, line);
        }
      }
    }
    pipeline.remove(this);
  }

  private static int common(ByteBuf in) {
    int same = 0;
    while (same < HTTP_2.length
        && same < in.readableBytes()
        && in.getByte(in.readerIndex() + same) == HTTP_2[same]) {
      same++;
    }
    return same;
  }
}
