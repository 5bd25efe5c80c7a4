package dev.candor.gateway.proxy;

import dev.candor.gateway.Metrics;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Tells those who run the gateway how it is. */
final class Admin extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int MOST_BODY = 1 << 10;
  private static final int SILENCE_SECONDS = 10;

  private final Metrics metrics;
  private final Supplier<String> trouble;

  private Admin(Metrics metrics, Supplier<String> trouble) {
    this.metrics = metrics;
    this.trouble = trouble;
  }

  /**
   * Begins to listen.
   *
   * @param trouble why no new request should come; empty where they may
   */
  static void open(ChannelPipeline pipeline, Metrics metrics, Supplier<String> trouble) {
    pipeline.addLast(
        new ReadTimeoutHandler(SILENCE_SECONDS),
        new HttpServerCodec(),
        new HttpObjectAggregator(MOST_BODY),
        new Admin(metrics, trouble));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    FullHttpResponse answer = answer(request);
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    ChannelFuture _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }

  private FullHttpResponse answer(FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return text(HttpResponseStatus.BAD_REQUEST, "This is no HTTP.\n");
    }
    if (!request.method().equals(HttpMethod.GET)) {
      return text(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET is answered here.\n");
    }
    String why = trouble.get();
    return switch (request.uri()) {
      case "/metrics" -> text(HttpResponseStatus.OK, metrics.text());
      case "/healthz" -> text(HttpResponseStatus.OK, "ok\n");
      case "/readyz" ->
          why.isEmpty()
              ? text(HttpResponseStatus.OK, "ok\n")
              : text(HttpResponseStatus.SERVICE_UNAVAILABLE, why + "\n");
      default -> text(HttpResponseStatus.NOT_FOUND, "Here are /metrics, /healthz and /readyz.\n");
    };
  }

  private static FullHttpResponse text(HttpResponseStatus status, String text) {
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)));
    answer.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    return answer;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ChannelFuture _ = context.close();
  }
}
