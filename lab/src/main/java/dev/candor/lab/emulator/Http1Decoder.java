package dev.candor.lab.emulator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests of HTTP/1 as they are, also such as no standard allows. */
final class Http1Decoder extends HttpRequestDecoder {
  private static final int MOST_LINE = 64 << 10;
  private static final int MOST_HEADERS = 128 << 10;

  private final Line line;
  private @Nullable Start start;

  Http1Decoder(Line line) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MOST_LINE)
            .setMaxHeaderSize(MOST_HEADERS)
            .setValidateHeaders(false));
    this.line = line;
  }

  /** When the first byte of the request came that is being read; the next one has another. */
  Start takeStart() {
    Start begun = start == null ? Start.now() : start;
    start = null;
    return begun;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (start == null) {
      start = Start.now();
    }
    super.decode(context, in, out);
  }

  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (in.isReadable()) {
      line.seen(in);
    }
    super.decodeLast(context, in, out);
  }

  /** The chunks count; the other header stays, since it was sent. */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    clearContentLength();
  }
}
