package dev.candor.lab.emulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;

/** The last of a pipeline: ends a connection, however it comes to its end. */
final class Ending extends ChannelInboundHandlerAdapter {
  private final Line line;

  Ending(Line line) {
    this.line = line;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message); // of no interest to anybody
  }

  /** Who does not read answers is asked nothing more: what waits for it takes memory. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
  }

  /** A client that has said all still gets its answers. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      Channel channel = context.channel();
      if (channel.pipeline().get(SslHandler.class) != null) {
        ChannelFuture _ = channel.close(); // which flushes before
      } else {
        ChannelFuture _ =
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    line.end();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException) && !(cause instanceof ReadTimeoutException)) {
      line.failReading("it cannot be read: " + why(cause));
    }
    ChannelFuture _ = context.close();
  }

  /** What a library says of hostile bytes, or its kind where it says nothing. */
  static String why(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
