package dev.candor.lab.emulator;

import dev.candor.wire.Connection.Caller;
import dev.candor.wire.tls.Authority;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers every host in the world, in whatever a client speaks on whatever port, for as many trials
 * at a time as there are. Listens on channels that are bound already, since those of a trial belong
 * to its own network.
 */
public final class Emulator implements AutoCloseable {
  static {
    Quiet.begin(); // before anything of Netty
  }

  private static final int LOOPS = 2;

  /** Open at once on one listening channel; a tool has a few. */
  private static final int MOST_CONNECTIONS = 256;

  /** At once on one listening channel. */
  private static final int MOST_WEB_SOCKETS = 16;

  private static final int MOST_LOOK_UPS = 256;
  private static final int LOOK_UP_SECONDS = 2;

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
  private final AtomicLong connections = new AtomicLong();
  private final Encryption encryption;

  /** Who calls is looked for in files, for which no event loop may wait. */
  private final ThreadPoolExecutor lookUps =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_LOOK_UPS),
          Thread.ofPlatform().name("emulator-callers").daemon().factory());

  /** What is open for one trial; closing it ends its connections too. */
  public static final class Listening implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup loops;
    private final Set<Channel> channels = new HashSet<>();

    private Listening(MultiThreadIoEventLoopGroup loops) {
      this.loops = loops;
    }

    private synchronized int add(Channel channel) {
      channels.add(channel);
      channel.closeFuture().addListener(closed -> remove(channel));
      return channels.size();
    }

    private synchronized void remove(Channel channel) {
      channels.remove(channel);
    }

    /** Afterwards all that was said is written down. */
    @Override
    public void close() {
      open().forEach(LastWords::take);
      settle(); // a connection taken is registered as its own loop's next work
      open().forEach(LastWords::take);
      LastWords.close(open());
      settle(); // the work that closed a channel is over
      settle(); // and so is the work it left, by which handlers hear of the end
    }

    private void settle() {
      loops.forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly());
    }

    private synchronized List<Channel> open() {
      return List.copyOf(channels);
    }
  }

  /**
   * @param authority what the rooms trust
   */
  public Emulator(Authority authority) {
    encryption = new Encryption(authority);
  }

  /** As {@link #listen(ServerSocketChannel, Answers, Recording, Callers)}, knowing no callers. */
  public Listening listen(ServerSocketChannel bound, Answers answers, Recording recording) {
    return listen(bound, answers, recording, Callers.NONE);
  }

  /** Begins to answer what comes in by a bound channel. */
  public Listening listen(
      ServerSocketChannel bound, Answers answers, Recording recording, Callers callers) {
    Service service = new Service(answers, recording, encryption, new Semaphore(MOST_WEB_SOCKETS));
    Listening listening = new Listening(loops);
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channelFactory(() -> new NioServerSocketChannel(bound))
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(
                new ChannelInitializer<NioSocketChannel>() {
                  @Override
                  protected void initChannel(NioSocketChannel channel) {
                    Line line =
                        Line.open(
                            connections.incrementAndGet(),
                            channel,
                            caller(callers, channel),
                            service);
                    if (listening.add(channel) > MOST_CONNECTIONS) {
                      line.fail("there were too many connections at once");
                      ChannelFuture _ = channel.close();
                    }
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

  private CompletableFuture<Optional<Caller>> caller(Callers callers, NioSocketChannel channel) {
    InetSocketAddress client = channel.remoteAddress();
    InetSocketAddress server = channel.localAddress();
    if (client == null || server == null) { // it is gone already
      return CompletableFuture.completedFuture(Optional.empty());
    }
    try {
      return CompletableFuture.supplyAsync(() -> callers.of(client, server), lookUps)
          .completeOnTimeout(Optional.empty(), LOOK_UP_SECONDS, TimeUnit.SECONDS)
          .exceptionally(failure -> Optional.empty());
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    lookUps.shutdownNow();
  }
}
