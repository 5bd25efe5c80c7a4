package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Frame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2FrameStreamEvent;
import io.netty.handler.codec.http2.Http2FrameStreamException;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks HTTP/2 (RFC 9113): its requests are written down as they end, and
 * answered. What an attacker would do with resets, control frames, empty frames and continuations
 * is bounded by the codec, which ends the connection.
 */
final class Http2 extends SimpleChannelInboundHandler<Http2Frame> {
  private static final int MOST_STREAMS = 1000;
  private static final int MOST_HEADERS = 128 << 10;
  private static final int WINDOW = 1 << 20;

  private final Line line;
  private final Map<Integer, Incoming> incoming = new HashMap<>();
  private int latest;

  private Http2(Line line) {
    this.line = line;
  }

  static void begin(ChannelPipeline pipeline, Line line) {
    Line.add(
        pipeline,
        Http2FrameCodecBuilder.forServer()
            .initialSettings(
                Http2Settings.defaultSettings()
                    .maxConcurrentStreams(MOST_STREAMS)
                    .maxHeaderListSize(MOST_HEADERS)
                    .initialWindowSize(WINDOW))
            // Names are written down as they came, even such as no standard allows.
            .validateHeaders(false)
            .gracefulShutdownTimeoutMillis(0)
            .build(),
        new Http2(line));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Http2Frame frame) {
    switch (frame) {
      case Http2HeadersFrame headers -> headers(context, headers);
      case Http2DataFrame data -> data(context, data);
      case Http2ResetFrame reset -> lose(reset.stream());
      default -> {} // the codec sees to them
    }
  }

  private void headers(ChannelHandlerContext context, Http2HeadersFrame frame) {
    Http2FrameStream stream = frame.stream();
    latest = Math.max(latest, stream.id());
    Incoming begun = incoming.get(stream.id());
    if (begun != null) {
      begun.trailers(headers(frame.headers()));
    } else if (!begin(context, stream, frame)) {
      reset(context, stream, Http2Error.REFUSED_STREAM.code());
      return;
    }
    if (frame.isEndStream()) {
      answer(context, stream);
    }
  }

  private boolean begin(
      ChannelHandlerContext context, Http2FrameStream stream, Http2HeadersFrame frame) {
    if (incoming.size() == MOST_STREAMS) {
      line.recording().leaveOut();
      return false;
    }
    Request head = head(frame.headers());
    Optional<Incoming> begun = Incoming.of(line, line.connection(), head, Start.now());
    begun.ifPresent(request -> incoming.put(stream.id(), request));
    if (head.header("expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
      Http2Headers goOn = new DefaultHttp2Headers().status("100");
      ChannelFuture _ =
          context.writeAndFlush(new DefaultHttp2HeadersFrame(goOn, false).stream(stream));
    }
    return begun.isPresent();
  }

  private Request head(Http2Headers sent) {
    List<Header> headers = headers(sent);
    return new Request(
        text(sent.method()),
        line.scheme(),
        Optional.ofNullable(sent.authority())
            .map(Http2::text)
            .orElseGet(() ->
                headers.stream()
                    .filter(header -> header.is("host"))
                    .map(Header::value)
                    .findFirst()
                    .orElse("")),
        text(sent.path() == null ? sent.authority() : sent.path()),
        Protocol.HTTP_2,
        headers,
        Body.NONE);
  }

  /** In the order of the frame; those that begin with a colon are no headers. */
  private static List<Header> headers(Http2Headers sent) {
    List<Header> headers = new ArrayList<>();
    sent.forEach(entry -> {
      if (entry.getKey().isEmpty() || entry.getKey().charAt(0) != ':') {
        headers.add(new Header(text(entry.getKey()), text(entry.getValue())));
      }
    });
    return headers;
  }

  private static String text(@Nullable CharSequence sent) {
    return sent == null ? "" : sent.toString();
  }

  private void data(ChannelHandlerContext context, Http2DataFrame frame) {
    Incoming request = incoming.get(frame.stream().id());
    if (request != null) {
      request.take(frame.content());
    }
    if (frame.initialFlowControlledBytes() > 0) {
      ChannelFuture _ =
          context.write(
              new DefaultHttp2WindowUpdateFrame(frame.initialFlowControlledBytes())
                  .stream(frame.stream()));
    }
    if (frame.isEndStream()) {
      answer(context, frame.stream());
    }
  }

  private void answer(ChannelHandlerContext context, Http2FrameStream stream) {
    Incoming whole = incoming.remove(stream.id());
    if (whole != null) {
      whole.end();
      Http2Answer.send(context, stream, whole, whole.answer());
    }
  }

  private void lose(@Nullable Http2FrameStream stream) {
    Incoming lost = stream == null ? null : incoming.remove(stream.id());
    if (lost != null) {
      lost.broken();
    }
  }

  private static void reset(ChannelHandlerContext context, Http2FrameStream stream, long error) {
    ChannelFuture _ = context.writeAndFlush(new DefaultHttp2ResetFrame(error).stream(stream));
  }

  /** The codec refuses too many headers by itself, and gives no other sign of such a stream. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof Http2FrameStreamEvent change
        && change.stream().state() == Http2Stream.State.CLOSED
        && change.stream().id() > latest) {
      latest = change.stream().id();
      line.recording().leaveOut();
      line.fail("a request had more than " + MOST_HEADERS + " bytes of headers");
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    List.copyOf(incoming.values()).forEach(Incoming::broken);
    incoming.clear();
    context.fireChannelInactive();
  }

  /** What is wrong with one stream ends that stream only. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof Http2FrameStreamException wrong) {
      lose(wrong.stream());
      reset(context, wrong.stream(), wrong.error().code());
    } else {
      context.fireExceptionCaught(cause);
    }
  }
}
