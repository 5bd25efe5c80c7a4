package dev.candor.lab.emulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers every host in the world, for as many trials at a time as there are. Listens on channels
 * that are bound already, since those of a trial belong to its own network.
 */
public final class Emulator implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final AtomicLong connections = new AtomicLong();

  /** What is open for one trial; closing it ends its connections too. */
  public static final class Listening implements AutoCloseable {
    private final List<Channel> channels = new ArrayList<>();

    private synchronized void add(Channel channel) {
      channels.add(channel);
      channel.closeFuture().addListener(closed -> remove(channel));
    }

    private synchronized void remove(Channel channel) {
      channels.remove(channel);
    }

    @Override
    public void close() {
      List<Channel> open;
      synchronized (this) {
        open = List.copyOf(channels);
      }
      open.forEach(channel -> channel.close().awaitUninterruptibly());
    }
  }

  /** Begins to answer what comes in by a bound channel, in clear. */
  public Listening listen(ServerSocketChannel bound, Answers answers, Recording recording) {
    Listening listening = new Listening();
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channelFactory(() -> new NioServerSocketChannel(bound))
            .childHandler(
                new ChannelInitializer<NioSocketChannel>() {
                  @Override
                  protected void initChannel(NioSocketChannel channel) {
                    listening.add(channel);
                    HttpRecorder.speak(channel, connections.incrementAndGet(), answers, recording);
                  }
                })
            .register()
            .awaitUninterruptibly()
            .channel();
    server.config().setAutoRead(true);
    server.pipeline().fireChannelActive();
    listening.add(server);
    return listening;
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
