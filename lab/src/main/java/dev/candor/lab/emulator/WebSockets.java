package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that became a WebSocket (RFC 6455). Each message of the client is written down as a
 * request of its own, without headers and response, for the place that the upgrade asked for: its
 * method is {@code WEBSOCKET-TEXT} or {@code WEBSOCKET-BINARY}, its body the message. What control
 * frames carry is written down likewise, as {@code WEBSOCKET-PING}, {@code -PONG} and {@code
 * -CLOSE}. The server says nothing by itself.
 */
final class WebSockets extends SimpleChannelInboundHandler<WebSocketFrame> {
  /** As exchanges tell who answered. */
  static final String NAME = "websocket";

  /** A whole frame is held before it is read, so it is smaller than a body. */
  private static final int MOST_FRAME = 4 << 20;

  private static final int CODE = 2;

  private final Line line;
  private final Request upgrade;
  private @Nullable Incoming message;
  private boolean closing;

  private WebSockets(Line line, Request upgrade) {
    this.line = line;
    this.upgrade = upgrade;
  }

  /** Follows on an upgrade that was accepted; one of the permits is given back at the end. */
  static void begin(ChannelPipeline pipeline, Line line, Request upgrade) {
    Line.mayBeSilent(pipeline);
    Line.add(
        pipeline,
        new WebSocket13FrameEncoder(false), // before the decoder, which itself says what is wrong
        new WebSocket13FrameDecoder(
            WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(MOST_FRAME)
                .withUTF8Validator(false)
                .build()),
        new WebSockets(line, upgrade));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (closing) {
      return;
    }
    switch (frame) {
      case PingWebSocketFrame ping -> {
        control("PING", ping.content());
        ChannelFuture _ = send(context, new PongWebSocketFrame(ping.content().retain()));
      }
      case PongWebSocketFrame pong -> control("PONG", pong.content());
      case CloseWebSocketFrame close -> close(context, close.content());
      case ContinuationWebSocketFrame more -> piece(message, more);
      default -> {
        String kind = frame instanceof TextWebSocketFrame ? "TEXT" : "BINARY";
        message = begun(kind).orElse(null);
        piece(message, frame);
      }
    }
  }

  private Optional<Incoming> begun(String kind) {
    Request head =
        new Request(
            "WEBSOCKET-" + kind,
            upgrade.scheme(),
            upgrade.authority(),
            upgrade.target(),
            upgrade.protocol(),
            List.of(),
            Body.NONE);
    return Incoming.of(line, line.connection(), head, Start.now());
  }

  private void piece(@Nullable Incoming into, WebSocketFrame frame) {
    if (into != null) {
      into.take(frame.content());
      if (frame.isFinalFragment()) {
        message = null;
        written(into);
      }
    }
  }

  private void control(String kind, ByteBuf content) {
    if (content.isReadable()) {
      begun(kind)
          .ifPresent(told -> {
            told.take(content);
            written(told);
          });
    }
  }

  private static void written(Incoming whole) {
    whole.end();
    whole.done(Optional.empty(), NAME, System.nanoTime());
  }

  /** Says the same code, and no more (RFC 6455, 5.5.1). */
  private void close(ChannelHandlerContext context, ByteBuf content) {
    closing = true;
    control("CLOSE", content);
    ByteBuf code =
        content.readableBytes() < CODE ? Unpooled.EMPTY_BUFFER : content.retainedSlice(0, CODE);
    ChannelFuture _ =
        send(context, new CloseWebSocketFrame(true, 0, code))
            .addListener(ChannelFutureListener.CLOSE);
  }

  private static ChannelFuture send(ChannelHandlerContext context, WebSocketFrame frame) {
    return context.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (message != null) {
      message.broken();
      message = null;
    }
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    line.service().webSockets().release();
  }
}
