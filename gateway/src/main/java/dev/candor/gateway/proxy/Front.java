package dev.candor.gateway.proxy;

import dev.candor.gateway.Limits.Patience;
import dev.candor.gateway.proxy.Reception.Result;
import dev.candor.wire.Dialect;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client's connection: one exchange after another, each begun when the one before is over. */
final class Front extends ChannelInboundHandlerAdapter implements Client {
  /** Of requests that were sent before the answer to the first came. */
  private static final int MOST_QUEUED = 64;

  private final Service service;
  private final Lane lane;
  private final Reception reception;
  private final AnswerEncoder encoder;
  private final Channel channel;
  private final String address;
  private final Deque<HttpObject> queued = new ArrayDeque<>();
  private Deadline deadline;
  private @Nullable Exchange exchange;
  private boolean heard;
  private boolean closing;
  private boolean draining;

  private Front(Service service, Lane lane, Channel channel, AnswerEncoder encoder) {
    this.service = service;
    this.lane = lane;
    this.channel = channel;
    this.encoder = encoder;
    reception = new Reception(service);
    address =
        channel.remoteAddress() instanceof InetSocketAddress from && from.getAddress() != null
            ? from.getAddress().getHostAddress()
            : "";
    deadline = awaiting();
  }

  /** Begins to listen to a client. */
  static Front open(ChannelPipeline pipeline, Service service, Lane lane) {
    AnswerEncoder encoder = new AnswerEncoder();
    Front front = new Front(service, lane, pipeline.channel(), encoder);
    pipeline.addLast(new RequestDecoder(service.limits().head()), encoder, front);
    return front;
  }

  private Deadline awaiting() {
    Patience patience = service.limits().patience();
    return new Deadline(
        channel.eventLoop(), () -> heard ? patience.next() : patience.head(), this::tooLate);
  }

  private void tooLate() {
    if (heard) {
      ChannelFuture _ = channel.close(); // it has nothing more to ask, it seems
    } else {
      answer(new Refusal(408, "timeout", "Candor gateway: no request came."), Optional.empty());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    HttpObject part = (HttpObject) message;
    if (closing) {
      ReferenceCountUtil.release(part);
    } else if (exchange != null && exchange.isWhole() || !queued.isEmpty()) {
      queued.add(part);
      if (queued.size() > MOST_QUEUED) {
        channel.config().setAutoRead(false);
      }
    } else {
      hear(part);
    }
  }

  private void hear(HttpObject part) {
    if (part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(part);
      broken(part.decoderResult().cause());
      return;
    }
    if (part instanceof HttpRequest head) {
      receive(head);
    }
    if (part instanceof HttpContent content) {
      if (exchange != null) {
        exchange.take(content);
      } else {
        content.release();
      }
    }
  }

  private void broken(Throwable cause) {
    service.metrics().count("malformed");
    if (exchange == null) {
      answer(Reception.broken(cause), Optional.empty());
    } else if (!exchange.refuse(Reception.broken(cause))) {
      abort();
    }
  }

  private void receive(HttpRequest head) {
    deadline.end();
    encoder.answersHead(head.method().equals(HttpMethod.HEAD));
    switch (reception.receive(head, address)) {
      case Result.Turned(Refusal refusal, Optional<Dialect> dialect, boolean sound) -> {
        if (!sound) {
          service.metrics().count("malformed");
        }
        answer(refusal, dialect);
      }
      case Result.Welcome(Asked asked) -> {
        exchange = new Exchange(this, service, lane, asked);
        exchange.begin();
      }
    }
  }

  /** Says something that no upstream has said, and ends the connection. */
  private void answer(Refusal refusal, Optional<Dialect> dialect) {
    service.metrics().count("turned_away", "cause", refusal.cause());
    FullHttpResponse answer = refusal.as(dialect);
    answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    say(answer);
    part();
  }

  private void part() {
    closing = true;
    deadline.end();
    queued.forEach(ReferenceCountUtil::release);
    queued.clear();
    ChannelFuture _ =
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(Parting.afterLastWord());
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (exchange != null) {
      exchange.flushUp();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (exchange != null) {
      exchange.clientWritable(channel.isWritable());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    closing = true;
    deadline.end();
    queued.forEach(ReferenceCountUtil::release);
    queued.clear();
    if (exchange != null) {
      exchange.clientGone();
      exchange = null;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ChannelFuture _ = context.close();
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void say(HttpObject part) {
    ChannelFuture _ = channel.write(part, channel.voidPromise());
  }

  @Override
  public void flush() {
    channel.flush();
  }

  @Override
  public void answersHead(boolean head) {
    encoder.answersHead(head);
  }

  @Override
  public boolean relay(Relay relay) {
    if (!queued.isEmpty()) {
      return false;
    }
    channel.pipeline().remove(encoder);
    var _ = channel.pipeline().replace(RequestDecoder.class, "relay", relay);
    channel.config().setAutoRead(true);
    return true;
  }

  @Override
  public void over(boolean more) {
    exchange = null;
    if (!channel.isActive()) {
      return;
    }
    if (!more || draining) {
      part();
      return;
    }
    heard = true;
    deadline = awaiting();
    channel.config().setAutoRead(true);
    // What is queued is heard after this exchange has returned from all its calls.
    if (!queued.isEmpty()) {
      channel.eventLoop().execute(this::hearQueued);
    }
  }

  private void hearQueued() {
    while (!closing && !queued.isEmpty() && (exchange == null || !exchange.isWhole())) {
      hear(queued.poll());
    }
    if (exchange != null) {
      exchange.flushUp();
    }
  }

  @Override
  public void abort() {
    exchange = null;
    closing = true;
    deadline.end();
    Parting.abrupt(channel);
  }

  /** No further exchange is begun; the connection is closed after the one that is. */
  void drain() {
    draining = true;
    if (exchange == null && !closing) {
      ChannelFuture _ = channel.close();
    }
  }
}
