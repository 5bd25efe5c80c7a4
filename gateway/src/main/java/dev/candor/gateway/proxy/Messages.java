package dev.candor.gateway.proxy;

import dev.candor.gateway.Budget;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtension;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * The texts that a client sends over a WebSocket, put together from a copy of its bytes. What
 * cannot be read is passed on unread, and so is all that follows.
 */
final class Messages {
  /** Bytes before the payload of a client's control frame, which is short (RFC 6455, 5.5). */
  private static final int CONTROL_HEAD = 6;

  private final Budget budget;
  private final Hearer hearer;
  private final EmbeddedChannel decoding;
  private long held;
  private boolean deaf;

  /** Who hears them. */
  interface Hearer {
    /** A whole text; nobody else holds it. */
    void text(byte[] text);

    /** Nothing more is read. */
    void deaf(String why);
  }

  /**
   * @param granted the upstream's answer to the handshake
   * @param most bytes of a message, before and after it is inflated
   */
  Messages(HttpHeaders granted, int most, Budget budget, Hearer hearer) {
    this.budget = budget;
    this.hearer = hearer;
    List<WebSocketExtensionData> extensions =
        granted.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS).stream()
            .flatMap(value -> WebSocketExtensionUtil.extractExtensions(value).stream())
            .toList();
    decoding =
        new EmbeddedChannel(
            new WebSocket13FrameDecoder(
                WebSocketDecoderConfig.newBuilder()
                    .maxFramePayloadLength(most)
                    .allowExtensions(!extensions.isEmpty())
                    .closeOnProtocolViolation(false)
                    .build()));
    for (WebSocketExtensionData extension : extensions) {
      WebSocketServerExtension known =
          new PerMessageDeflateServerExtensionHandshaker(
                  1,
                  true,
                  PerMessageDeflateServerExtensionHandshaker.MAX_WINDOW_SIZE,
                  true,
                  true,
                  most)
              .handshakeExtension(extension);
      if (known == null) {
        end("an extension that is not known");
        return;
      }
      decoding.pipeline().addLast(known.newExtensionDecoder());
    }
    decoding.pipeline().addLast(new WebSocketFrameAggregator(most));
  }

  /** Takes in a copy of some bytes, whose place stays as it was. */
  void hear(ByteBuf bytes) {
    if (deaf) {
      return;
    }
    if (!budget.take(bytes.readableBytes())) {
      end("too many at once");
      return;
    }
    held += bytes.readableBytes();
    try {
      decoding.writeInbound(bytes.copy()); // which is unmasked in place
      for (Object frame = decoding.readInbound(); frame != null; frame = decoding.readInbound()) {
        try {
          if (frame instanceof TextWebSocketFrame text) {
            hearer.text(ByteBufUtil.getBytes(text.content()));
          }
          letGo(((WebSocketFrame) frame).content().readableBytes(), isWholeMessage(frame));
        } finally {
          ReferenceCountUtil.release(frame);
        }
      }
    } catch (CodecException e) {
      end("no WebSocket, or too large");
    }
  }

  private static boolean isWholeMessage(Object frame) {
    return frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame;
  }

  /** A control frame may come between the parts of a message, which are still held. */
  private void letGo(int payload, boolean wholeMessage) {
    long bytes = wholeMessage ? held : Math.min(held, payload + CONTROL_HEAD);
    budget.give(bytes);
    held -= bytes;
  }

  /** Lets go of what it holds. */
  void end() {
    deaf = true;
    budget.give(held);
    held = 0;
    var _ = decoding.finishAndReleaseAll();
  }

  private void end(String why) {
    hearer.deaf(why);
    try {
      end();
    } catch (CodecException e) {
      // It could not be read before either.
    }
  }
}
