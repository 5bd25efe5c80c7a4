package dev.candor.gateway.proxy;

import dev.candor.core.InputException;
import dev.candor.gateway.Budget;
import dev.candor.gateway.Inspector;
import dev.candor.gateway.Log;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Settings;
import dev.candor.wire.Dialect;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Listens for clients, and passes on what they ask. */
public final class Proxy implements AutoCloseable {
  static {
    Quiet.begin(); // before anything of Netty
  }

  private static final int BACKLOG = 1024;

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());
  private final Map<EventExecutor, Lane> lanes = new HashMap<>();
  private final Set<Front> fronts = ConcurrentHashMap.newKeySet();
  private final Service service;
  private final Channel listening;
  private final Optional<Channel> admin;

  /**
   * Begins.
   *
   * @param trouble why no new request should come, for the readiness probe; empty where they may
   * @throws InputException if it cannot listen there
   */
  public Proxy(
      Settings settings, Inspector inspector, Metrics metrics, Log log, Supplier<String> trouble) {
    service =
        new Service(
            new Routes(settings.upstreams()),
            settings.ruling(),
            inspector,
            settings.limits(),
            new Budget(settings.limits().held()),
            metrics,
            log,
            Dialect.all(),
            settings.token().map(Token::new),
            new AtomicLong(),
            new AtomicBoolean());
    boolean begun = false;
    try {
      Optional<SslContext> tls = settings.tls().map(Encryption::toClients);
      SslContext out = Encryption.toUpstreams(settings.trusted());
      Resolving names = new Resolving();
      loops.forEach(
          loop -> lanes.put(loop, new Lane((EventLoop) loop, out, settings.limits(), names)));
      listening = listen(settings.listen(), channel -> accept(channel, tls));
      Supplier<String> why =
          () -> service.draining().get() ? "The gateway is ending." : trouble.get();
      admin =
          settings
              .admin()
              .map(address ->
                  listen(address, channel -> Admin.open(channel.pipeline(), metrics, why)));
      begun = true;
    } finally {
      if (!begun) {
        var _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      }
    }
  }

  private Channel listen(InetSocketAddress address, Consumer<SocketChannel> accept) {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    accept.accept(channel);
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new InputException(
          "The gateway cannot listen on %s:%d (%s). Choose another port, or end what listens there."
              .formatted(
                  address.getAddress().getHostAddress(),
                  address.getPort(),
                  bound.cause().getMessage()),
          bound.cause());
    }
    return bound.channel();
  }

  private void accept(SocketChannel channel, Optional<SslContext> tls) {
    if (fronts.size() >= service.limits().connections()) {
      service.metrics().count("connections_refused");
      ChannelFuture _ = channel.close();
      return;
    }
    tls.ifPresent(context -> {
      SslHandler encryption = context.newHandler(channel.alloc());
      encryption.setHandshakeTimeout(
          service.limits().patience().head().toMillis(), TimeUnit.MILLISECONDS);
      channel.pipeline().addLast(encryption);
    });
    Lane lane = lanes.get(channel.eventLoop());
    if (lane == null) {
      throw new IllegalStateException("a connection has an event loop of nobody");
    }
    Front front = Front.open(channel.pipeline(), service, lane);
    fronts.add(front);
    service.metrics().change("connections", 1);
    channel
        .closeFuture()
        .addListener(closed -> {
          fronts.remove(front);
          service.metrics().change("connections", -1);
        });
    if (service.draining().get()) {
      front.drain();
    }
  }

  /** Where clients come. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /** Where metrics and health are told, if they are. */
  public Optional<InetSocketAddress> adminAddress() {
    return admin.map(channel -> (InetSocketAddress) channel.localAddress());
  }

  /** Bytes of bodies that may still be held. */
  public long budgetLeft() {
    return service.budget().left();
  }

  /**
   * Takes no new connection, and waits until what was begun is over.
   *
   * @return whether all was over in that time
   */
  public boolean drain(Duration patience) {
    service.draining().set(true);
    listening.close().awaitUninterruptibly();
    for (Front front : List.copyOf(fronts)) {
      front.channel().eventLoop().execute(front::drain);
    }
    long end = System.nanoTime() + patience.toNanos();
    for (Front front : List.copyOf(fronts)) {
      front
          .channel()
          .closeFuture()
          .awaitUninterruptibly(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
    // A closed one may not have signed off yet.
    return fronts.stream().noneMatch(front -> front.channel().isOpen());
  }

  @Override
  public void close() {
    service.draining().set(true);
    listening.close().awaitUninterruptibly();
    admin.ifPresent(channel -> channel.close().awaitUninterruptibly());
    for (Front front : List.copyOf(fronts)) {
      ChannelFuture _ = front.channel().close();
    }
    lanes.forEach((loop, lane) -> loop.execute(lane::close));
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
