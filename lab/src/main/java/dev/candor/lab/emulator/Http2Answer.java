package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Header;
import dev.candor.wire.Response;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Sends answers in HTTP/2 and writes down what was sent. */
final class Http2Answer {
  private Http2Answer() {}

  static void send(
      ChannelHandlerContext context,
      Http2FrameStream stream,
      Incoming request,
      Answers.Answer answer) {
    Reply reply = answer.reply();
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("content-type", Replies.type(reply)));
    if (reply instanceof Reply.Whole && Replies.mayHaveContent(reply)) {
      headers.add(new Header("content-length", Long.toString(Replies.length(reply))));
    }
    List<byte[]> parts = Replies.parts(reply, request.request().method());
    int status = Replies.status(reply);
    Response sent = new Response(status, headers, Body.of(Replies.joined(parts)));
    Http2Headers head = new DefaultHttp2Headers(false).status(Integer.toString(status));
    headers.forEach(header -> head.add(header.name(), header.value()));

    long answered = System.nanoTime();
    ChannelFuture last =
        context.writeAndFlush(new DefaultHttp2HeadersFrame(head, parts.isEmpty()).stream(stream));
    for (Iterator<byte[]> rest = parts.iterator(); rest.hasNext(); ) {
      byte[] part = rest.next();
      last =
          context.writeAndFlush(
              new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(part), !rest.hasNext())
                  .stream(stream));
    }
    ChannelFuture _ =
        last.addListener(done ->
            request.done(Optional.of(sent).filter(s -> done.isSuccess()), answer.by(), answered));
  }
}
