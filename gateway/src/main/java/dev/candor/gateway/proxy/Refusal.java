package dev.candor.gateway.proxy;

import dev.candor.wire.Dialect;
import dev.candor.wire.Dialect.Reply;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the gateway itself answers.
 *
 * @param status of HTTP
 * @param cause a word for the metrics
 * @param message for people
 */
record Refusal(int status, String cause, String message) {
  private static final String TEXT = "text/plain; charset=utf-8";

  /** In the form of the model API that was asked, or as plain text. */
  FullHttpResponse as(Optional<Dialect> dialect) {
    Reply.Whole reply =
        dialect
            .map(spoken -> spoken.refusal(status, message))
            .orElseGet(() ->
                new Reply.Whole(status, TEXT, (message + "\n").getBytes(StandardCharsets.UTF_8)));
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(status),
            Unpooled.wrappedBuffer(reply.content()));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
        .set(HttpHeaderNames.CONTENT_LENGTH, reply.content().length);
    if (status == HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED.code()) {
      answer.headers().set(HttpHeaderNames.PROXY_AUTHENTICATE, "Bearer realm=\"candor gateway\"");
    }
    return answer;
  }
}
