package dev.candor.lab.emulator;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.AbstractNioChannel;

/**
 * What waits in sockets when a trial ends: a tool's last words, which came before its end and would
 * be lost by closing at once.
 */
final class Waiting {
  /** A read takes up to 16 connections, or 16 buffers of up to 64 KiB. */
  private static final int MOST_READS = 64;

  private Waiting() {}

  /**
   * Has a channel's loop take what waits for it: of a listening one the connections, of another the
   * bytes. Returns when it has.
   */
  static void take(Channel channel) {
    EventLoop loop = channel.eventLoop();
    loop.submit(() -> read((AbstractNioChannel.NioUnsafe) channel.unsafe(), channel))
        .awaitUninterruptibly();
  }

  private static void read(AbstractNioChannel.NioUnsafe unsafe, Channel channel) {
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
