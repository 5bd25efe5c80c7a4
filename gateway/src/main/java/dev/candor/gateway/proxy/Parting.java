package dev.candor.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/** Ends a client's connection. */
final class Parting {
  /** To close while bytes wait unread would reset the connection, and the answer would be lost. */
  private static final int LINGER_SECONDS = 2;

  private Parting() {}

  /**
   * Closes once the last thing is said and heard; what the client still says is thrown away (RFC
   * 9112, 9.6).
   */
  static ChannelFutureListener afterLastWord() {
    return said -> {
      Channel channel = said.channel();
      if (!said.isSuccess() || channel.pipeline().get(SslHandler.class) != null) {
        ChannelFuture _ = channel.close();
        return;
      }
      channel.config().setAutoRead(true);
      ChannelFuture _ = ((SocketChannel) channel).shutdownOutput();
      var _ = channel.eventLoop().schedule(() -> close(channel), LINGER_SECONDS, TimeUnit.SECONDS);
    };
  }

  private static void close(Channel channel) {
    ChannelFuture _ = channel.close();
  }

  /** Closes in the middle of an answer, so that nobody takes it for a whole one. */
  static void abrupt(Channel channel) {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    ChannelFuture _ = channel.close();
  }
}
