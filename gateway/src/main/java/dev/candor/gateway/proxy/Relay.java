package dev.candor.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;

/**
 * One direction of a connection that has become a WebSocket: bytes go on as they come, and no
 * faster than the other end takes them. Both channels have the same event loop.
 */
final class Relay extends ChannelInboundHandlerAdapter {
  private final Channel to;
  private final Consumer<ByteBuf> heard;

  /**
   * @param heard may look at the bytes, and neither changes nor keeps them
   */
  Relay(Channel to, Consumer<ByteBuf> heard) {
    this.to = to;
    this.heard = heard;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      heard.accept(bytes);
      ChannelFuture _ = to.write(bytes, to.voidPromise());
    } else {
      ReferenceCountUtil.release(message); // the end of the handshake
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    to.flush();
    context.channel().config().setAutoRead(to.isWritable());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    to.config().setAutoRead(context.channel().isWritable());
  }
}
