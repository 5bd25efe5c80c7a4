package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that speaks HTTP/1: one request after another is written down and answered. */
final class Http1 extends SimpleChannelInboundHandler<HttpObject> {
  private final Line line;
  private final Http1Decoder decoder;
  private final HttpResponseEncoder encoder = new HttpResponseEncoder();
  private @Nullable HttpRequest head;
  private @Nullable Incoming incoming;
  private boolean closing;

  private Http1(Line line) {
    this.line = line;
    decoder = new Http1Decoder(line);
  }

  static void begin(ChannelPipeline pipeline, Line line) {
    Http1 http = new Http1(line);
    Line.add(pipeline, http.decoder, http.encoder, http);
  }

  /** Leaves the connection to those that were added behind, with whatever came already. */
  private void leave(ChannelPipeline pipeline) {
    pipeline.remove(this);
    pipeline.remove(encoder);
    pipeline.remove(decoder);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (closing) {
      return;
    }
    if (part.decoderResult().isFailure()) {
      broken(context, part);
      return;
    }
    if (part instanceof HttpRequest begun) {
      begin(context, begun);
    }
    if (part instanceof HttpContent content && incoming != null && head != null) {
      incoming.take(content.content());
      if (content instanceof LastHttpContent last) {
        incoming.trailers(headers(last.trailingHeaders()));
        Incoming whole = incoming;
        incoming = null;
        answer(context, head, whole);
      }
    }
  }

  private void begin(ChannelHandlerContext context, HttpRequest begun) {
    head = begun;
    incoming = incoming(begun).orElse(null);
    if (incoming == null) {
      refuse(context, HttpResponseStatus.SERVICE_UNAVAILABLE);
    } else if (HttpUtil.is100ContinueExpected(begun)) {
      ChannelFuture _ =
          context.writeAndFlush(
              new DefaultFullHttpResponse(
                  HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    }
  }

  private Optional<Incoming> incoming(HttpRequest begun) {
    String method = begun.method().name();
    Target target = Target.of(method, begun.uri());
    Request request =
        new Request(
            method,
            line.scheme(),
            target
                .authority()
                .or(() -> Optional.ofNullable(begun.headers().get(HttpHeaderNames.HOST)))
                .orElse(""),
            begun.uri(),
            begun.protocolVersion().equals(HttpVersion.HTTP_1_0)
                ? Protocol.HTTP_1_0
                : Protocol.HTTP_1_1,
            headers(begun.headers()),
            Body.NONE);
    return Incoming.of(
        line,
        target.proxied().isPresent() ? line.connection(target.proxied()) : line.connection(),
        request,
        decoder.takeStart());
  }

  static List<Header> headers(HttpHeaders entries) {
    List<Header> headers = new ArrayList<>();
    entries
        .iteratorAsString()
        .forEachRemaining(entry -> headers.add(new Header(entry.getKey(), entry.getValue())));
    return headers;
  }

  private void answer(ChannelHandlerContext context, HttpRequest request, Incoming whole) {
    whole.end();
    if (whole.request().method().equals("CONNECT")) {
      connect(context, whole);
    } else if (Upgrade.isAskedBy(request)) {
      upgrade(context, request, whole);
    } else {
      closing = !Http1Answer.send(context, request, whole, whole.answer());
    }
  }

  /** A model is asked by requests: a tool that is told so goes on with them. */
  private void upgrade(ChannelHandlerContext context, HttpRequest request, Incoming whole) {
    boolean refused =
        line.service().answers().asksModel(whole.request())
            || !line.service().webSockets().tryAcquire();
    FullHttpResponse response = refused ? Upgrade.refused() : Upgrade.accepted(request);
    Http1Answer.sendEmpty(context, response, whole, WebSockets.NAME);
    if (!refused) {
      ChannelPipeline pipeline = context.pipeline();
      WebSockets.begin(pipeline, line, whole.request());
      leave(pipeline);
    }
  }

  /** What comes next is meant for another host (RFC 9110, 9.3.6). */
  private void connect(ChannelHandlerContext context, Incoming whole) {
    ChannelPipeline pipeline = context.pipeline();
    FullHttpResponse established =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
    Http1Answer.sendEmpty(context, established, whole, "proxy");
    line.proxied(whole.request().target());
    Line.add(pipeline, new Opening(line));
    leave(pipeline);
  }

  /** What cannot be read is written down as far as it came; there is nothing behind it. */
  private void broken(ChannelHandlerContext context, HttpObject part) {
    boolean begun = part instanceof HttpRequest && !(part instanceof FullHttpRequest);
    if (begun) {
      incoming((HttpRequest) part).ifPresent(Incoming::broken);
    }
    lose();
    if (context.channel().isActive()) {
      line.failReading("it is no HTTP: " + Ending.why(part.decoderResult().cause()));
      refuse(context, HttpResponseStatus.BAD_REQUEST);
    }
  }

  private void lose() {
    if (incoming != null) {
      incoming.broken();
      incoming = null;
    }
  }

  private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
    closing = true;
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    ChannelFuture _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    lose();
    context.fireChannelInactive();
  }
}
