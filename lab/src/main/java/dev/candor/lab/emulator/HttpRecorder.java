package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection that speaks HTTP/1: writes down each request as it came, and answers it. */
final class HttpRecorder extends SimpleChannelInboundHandler<HttpObject> {
  /** Of a body; what is longer is counted and dropped. */
  private static final int MOST_BODY = 64 << 20;

  private static final int MOST_LINE = 64 << 10;
  private static final int MOST_HEADERS = 256 << 10;

  /** A client that says nothing for so long has hung. */
  private static final int SILENCE_SECONDS = 120;

  private final long id;
  private final Answers answers;
  private final Recording recording;
  private @Nullable Incoming incoming;

  /** A request of which the end has not come yet. */
  private static final class Incoming {
    private final HttpRequest head;
    private final Instant started = Instant.now();
    private final long startedAt = System.nanoTime();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    Incoming(HttpRequest head) {
      this.head = head;
    }

    void take(ByteBuf bytes) {
      int fits = (int) Math.min(bytes.readableBytes(), MOST_BODY - (long) kept.size());
      byte[] part = new byte[fits];
      bytes.getBytes(bytes.readerIndex(), part);
      kept.writeBytes(part);
      length += bytes.readableBytes();
    }
  }

  private HttpRecorder(long id, Answers answers, Recording recording) {
    this.id = id;
    this.answers = answers;
    this.recording = recording;
  }

  static void speak(Channel channel, long id, Answers answers, Recording recording) {
    channel
        .pipeline()
        .addLast(
            new ReadTimeoutHandler(SILENCE_SECONDS),
            new HttpServerCodec(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(MOST_LINE)
                    .setMaxHeaderSize(MOST_HEADERS)
                    // Names are written down as they came, even such as no standard allows.
                    .setValidateHeaders(false)),
            new HttpRecorder(id, answers, recording));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      refuse(context);
      return;
    }
    if (part instanceof HttpRequest head) {
      incoming = new Incoming(head);
      if (HttpUtil.is100ContinueExpected(head)) {
        ChannelFuture _ =
            send(
                context,
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
      }
    }
    Incoming request = incoming;
    if (part instanceof HttpContent content && request != null) {
      request.take(content.content());
      if (content instanceof LastHttpContent) {
        incoming = null;
        answer(context, request);
      }
    }
  }

  /** What cannot be read is no request; the connection has no next one either. */
  private static void refuse(ChannelHandlerContext context) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    ChannelFuture _ = send(context, response).addListener(ChannelFutureListener.CLOSE);
  }

  private void answer(ChannelHandlerContext context, Incoming incoming) {
    long read = System.nanoTime();
    Request request = request(incoming);
    Connection connection =
        new Connection(
            id,
            text(context.channel().remoteAddress()),
            text(context.channel().localAddress()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Answers.Answer answer = answers.to(request, connection.host(request));
    boolean keep = HttpUtil.isKeepAlive(incoming.head);
    byte[] body = bytes(answer.reply());
    FullHttpResponse response = response(answer.reply(), body, keep);
    Response sent =
        new Response(
            response.status().code(), headers(response.headers().entries()), Body.of(body));
    long answered = System.nanoTime();
    ChannelFuture _ =
        send(context, response)
            .addListener(done -> {
              recording.add(
                  connection,
                  request,
                  sent,
                  new Timing(
                      incoming.started,
                      Duration.ofNanos(read - incoming.startedAt),
                      Duration.ofNanos(answered - read),
                      Duration.ofNanos(System.nanoTime() - answered)),
                  answer.by());
              if (!keep) {
                end(context);
              }
            });
  }

  /** What cannot be sent ends the connection. */
  private static ChannelFuture send(ChannelHandlerContext context, FullHttpResponse response) {
    return context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  private static void end(ChannelHandlerContext context) {
    ChannelFuture _ = context.close();
  }

  private static Request request(Incoming incoming) {
    HttpRequest head = incoming.head;
    return new Request(
        head.method().name(),
        "http",
        Optional.ofNullable(head.headers().get(HttpHeaderNames.HOST)).orElse(""),
        head.uri(),
        head.protocolVersion().equals(HttpVersion.HTTP_1_0) ? Protocol.HTTP_1_0 : Protocol.HTTP_1_1,
        headers(head.headers().entries()),
        new Body(incoming.kept.toByteArray(), incoming.length));
  }

  private static List<Header> headers(List<Map.Entry<String, String>> entries) {
    List<Header> headers = new ArrayList<>();
    entries.forEach(entry -> headers.add(new Header(entry.getKey(), entry.getValue())));
    return headers;
  }

  private static byte[] bytes(Reply reply) {
    return switch (reply) {
      case Reply.Whole whole -> whole.content();
      case Reply.Events events -> {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events.events().forEach(all::writeBytes);
        yield all.toByteArray();
      }
    };
  }

  private static FullHttpResponse response(Reply reply, byte[] body, boolean keep) {
    int status = reply instanceof Reply.Whole whole ? whole.status() : 200;
    String type = reply instanceof Reply.Whole whole ? whole.contentType() : "text/event-stream";
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    if (!keep) {
      response.headers().set(HttpHeaderNames.CONNECTION, "close");
    }
    return response;
  }

  private static String text(SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet)) {
      return "";
    }
    String number = inet.getAddress().getHostAddress();
    return (number.indexOf(':') < 0 ? number : "[" + number + "]") + ":" + inet.getPort();
  }

  /** A client that goes away, or falls silent, is done with. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(context);
  }
}
