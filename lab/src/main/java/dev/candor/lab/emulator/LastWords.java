package dev.candor.lab.emulator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.AbstractNioChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends channels when a trial ends, without losing what waits in their sockets: it came before the
 * end, and closing at once would throw it away.
 */
final class LastWords {
  /** A read takes up to 16 connections, or 16 buffers of up to 64 KiB. */
  private static final int MOST_READS = 64;

  /** Longer than TLS waits for its farewell to leave. */
  private static final long MOST_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

  private LastWords() {}

  /**
   * Takes the connections or bytes that wait. It is work of the channel's own loop, so that what
   * follows from it is queued there when this returns.
   */
  static void take(Channel channel) {
    channel.eventLoop().submit(() -> read(channel)).awaitUninterruptibly();
  }

  /** Closes them and waits until they are: the codecs of HTTP/2 and TLS close in steps. */
  static void close(List<Channel> channels) {
    List<ChannelFuture> closings =
        channels.stream()
            .map(Channel::close)
            .map(closing -> closing.channel().closeFuture())
            .toList();
    long end = System.nanoTime() + MOST_NANOSECONDS;
    closings.forEach(
        closing -> closing.awaitUninterruptibly(end - System.nanoTime(), TimeUnit.NANOSECONDS));
  }

  private static void read(Channel channel) {
    AbstractNioChannel.NioUnsafe unsafe = (AbstractNioChannel.NioUnsafe) channel.unsafe();
    for (int reads = 0; reads < MOST_READS; reads++) {
      // Who does not read answers is asked nothing more, at the end neither.
      if (!channel.isOpen() || !channel.config().isAutoRead()) {
        return;
      }
      unsafe.read();
      // Of connections nobody counts how many were taken.
      if (!(channel instanceof ServerChannel) && unsafe.recvBufAllocHandle().lastBytesRead() <= 0) {
        return;
      }
    }
  }
}
