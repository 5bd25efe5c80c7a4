package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Protocol;
import dev.candor.wire.Response;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.Optional;

/** Sends answers in HTTP/1 and writes down what was sent. */
final class Http1Answer {
  private Http1Answer() {}

  /**
   * @return whether another request may follow on this connection
   */
  static boolean send(
      ChannelHandlerContext context, HttpRequest head, Incoming request, Answers.Answer answer) {
    Reply reply = answer.reply();
    boolean old = request.request().protocol() == Protocol.HTTP_1_0;
    boolean streamed = reply instanceof Reply.Events;
    // Before 1.1 only the end of the connection tells where a stream ends.
    boolean keep = HttpUtil.isKeepAlive(head) && !(old && streamed);
    HttpResponse response =
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(Replies.status(reply)));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, Replies.type(reply));
    if (!streamed && Replies.mayHaveContent(reply)) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, Replies.length(reply));
    } else if (streamed && !old && !head.method().name().equals("HEAD")) {
      response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    if (!keep || old) {
      response
          .headers()
          .set(
              HttpHeaderNames.CONNECTION,
              keep ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    }
    List<byte[]> parts = Replies.parts(reply, head.method().name());
    Response sent =
        new Response(
            response.status().code(),
            Http1.headers(response.headers()),
            Body.of(Replies.joined(parts)));
    long answered = System.nanoTime();
    ChannelFuture _ = context.write(response);
    for (byte[] part : parts) {
      ChannelFuture _ = context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(part)));
    }
    ChannelFuture _ =
        context
            .writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
            .addListener(done -> {
              request.done(Optional.of(sent).filter(s -> done.isSuccess()), answer.by(), answered);
              if (!keep || !done.isSuccess()) {
                ChannelFuture _ = context.close();
              }
            });
    return keep;
  }

  /** Sends an answer without content, as it is. */
  static void sendEmpty(
      ChannelHandlerContext context, FullHttpResponse response, Incoming request, String by) {
    Response sent =
        new Response(response.status().code(), Http1.headers(response.headers()), Body.NONE);
    long answered = System.nanoTime();
    ChannelFuture _ =
        context
            .writeAndFlush(response)
            .addListener(ChannelFutureListener.CLOSE_ON_FAILURE)
            .addListener(done ->
                request.done(Optional.of(sent).filter(s -> done.isSuccess()), by, answered));
  }
}
