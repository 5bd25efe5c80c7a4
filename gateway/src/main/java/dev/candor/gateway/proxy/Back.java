package dev.candor.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** A connection to an upstream: of one exchange after another, or kept for the next. */
final class Back extends ChannelInboundHandlerAdapter {
  private final Lane lane;
  private final Lane.Place place;
  private final Channel channel;
  private @Nullable Answering answering;
  private @Nullable String trouble;

  Back(Lane lane, Lane.Place place, Channel channel) {
    this.lane = lane;
    this.place = place;
    this.channel = channel;
  }

  Channel channel() {
    return channel;
  }

  void begin(Answering who) {
    answering = who;
    channel.config().setAutoRead(true);
  }

  void write(HttpObject part) {
    ChannelFuture _ = channel.write(part, channel.voidPromise());
  }

  void flush() {
    channel.flush();
  }

  boolean isWritable() {
    return channel.isWritable();
  }

  void listen(boolean more) {
    channel.config().setAutoRead(more);
  }

  /** Whatever comes from now on goes to a relay. */
  void relay(Relay relay) {
    var _ = channel.pipeline().replace(HttpClientCodec.class, "relay", relay);
  }

  /** The exchange is over, and another may follow. */
  void keep() {
    answering = null;
    channel.config().setAutoRead(true); // so that its end is heard
    lane.keep(place, this);
  }

  /** The exchange is over, and the connection with it. */
  void end() {
    answering = null;
    ChannelFuture _ = channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (answering == null) {
      ReferenceCountUtil.release(message);
      ChannelFuture _ = context.close(); // it speaks without being asked
    } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      lose("what it says is no HTTP");
    } else if (message instanceof HttpResponse head) {
      answering.head(head);
      if (message instanceof HttpContent content && answering != null) {
        answering.content(content);
      }
    } else if (message instanceof HttpContent content) {
      answering.content(content);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (answering != null) {
      answering.pause();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (answering != null) {
      answering.upstreamWritable(context.channel().isWritable());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    lane.forget(place, this);
    lose(trouble == null ? "it closed the connection" : trouble);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    trouble = "the connection to it broke";
    ChannelFuture _ = context.close();
  }

  private void lose(String why) {
    Answering who = answering;
    answering = null;
    ChannelFuture _ = channel.close();
    if (who != null) {
      who.lost(why);
    }
  }
}
