package dev.candor.lab.emulator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.AbstractNioChannel;

/**
 * Ends channels when a trial ends, without losing what waits in their sockets: it came before the
 * end, and closing at once would throw it away. Each step is work of the channel's own loop, so
 * that whatever follows from it is queued there when the step is over.
 */
final class LastWords {
  /** A read takes up to 16 connections, or 16 buffers of up to 64 KiB. */
  private static final int MOST_READS = 64;

  private LastWords() {}

  /** Takes the connections or bytes that wait. */
  static void take(Channel channel) {
    channel.eventLoop().submit(() -> read(channel)).awaitUninterruptibly();
  }

  /** Closes the channel. */
  static void close(Channel channel) {
    channel
        .eventLoop()
        .submit(() -> {
          ChannelFuture _ = channel.close();
        })
        .awaitUninterruptibly();
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
