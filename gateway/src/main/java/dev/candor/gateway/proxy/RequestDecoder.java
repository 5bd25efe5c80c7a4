package dev.candor.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/** Netty's decoder, which gets to see a head when it is whole and {@link RawHead} lets it pass. */
final class RequestDecoder extends HttpRequestDecoder {
  static final int MOST_PIECE = 64 << 10;

  private final int mostHead;
  private boolean checked;
  private boolean refused;
  private int looked;

  RequestDecoder(int mostHead) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(mostHead)
            .setMaxHeaderSize(mostHead)
            .setMaxChunkSize(MOST_PIECE));
    this.mostHead = mostHead;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (refused) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (!checked && !check(in, out)) {
      return;
    }
    super.decode(context, in, out);
    if (!out.isEmpty() && out.getLast() instanceof LastHttpContent) {
      checked = false;
    }
  }

  /** Whether a head is there, whole and unsuspicious. */
  private boolean check(ByteBuf in, List<Object> out) {
    skipEmptyLines(in);
    int start = in.readerIndex();
    while (true) {
      int line = RawHead.line(in, start + looked);
      if (line < 0) {
        return refuse(in, out, "a line of its head does not end in CR and LF");
      }
      if (line == 0 ? in.readableBytes() > mostHead : looked + line > mostHead) {
        return refuse(in, out, new HeadTooLarge());
      }
      if (line == 0) {
        return false;
      }
      looked += line;
      if (line == 2) {
        int end = start + looked;
        looked = 0;
        return RawHead.flaw(in, start, end)
            .map(flaw -> refuse(in, out, flaw))
            .orElseGet(() -> checked = true);
      }
    }
  }

  /** Some clients send one behind a body (RFC 9112, 2.2). */
  private void skipEmptyLines(ByteBuf in) {
    while (looked == 0
        && in.readableBytes() >= 2
        && in.getByte(in.readerIndex()) == '\r'
        && in.getByte(in.readerIndex() + 1) == '\n') {
      in.skipBytes(2);
    }
  }

  private boolean refuse(ByteBuf in, List<Object> out, String flaw) {
    return refuse(in, out, new IllegalArgumentException(flaw));
  }

  private boolean refuse(ByteBuf in, List<Object> out, Exception cause) {
    in.skipBytes(in.readableBytes());
    refused = true;
    HttpMessage invalid = createInvalidMessage();
    invalid.setDecoderResult(DecoderResult.failure(cause));
    out.add(invalid);
    return false;
  }

  /** The head has more bytes than are read. */
  static final class HeadTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HeadTooLarge() {
      super("its head is too large", null, false, false);
    }
  }
}
