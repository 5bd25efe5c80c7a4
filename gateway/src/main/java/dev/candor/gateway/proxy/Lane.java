package dev.candor.gateway.proxy;

import dev.candor.gateway.Limits;
import dev.candor.gateway.Upstream;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * The connections to upstreams of one event loop. A client's connection uses those of its own loop,
 * so that an exchange is the work of one thread.
 */
final class Lane {
  private final EventLoop loop;
  private final SslContext tls;
  private final Limits limits;
  private final Resolving names;
  private final Map<Upstream, Place> places = new HashMap<>();

  /** What is kept for one upstream; the last one in front, since it is the least likely closed. */
  static final class Place {
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean swept;
  }

  private record Idle(Back back, long since) {}

  Lane(EventLoop loop, SslContext tls, Limits limits, Resolving names) {
    this.loop = loop;
    this.tls = tls;
    this.limits = limits;
    this.names = names;
  }

  /**
   * Gets a connection.
   *
   * @param ready gets it, at once where one is kept
   * @param failed gets the reason, for people, if there is none
   */
  void take(Upstream upstream, Consumer<Back> ready, Consumer<String> failed) {
    Place place = places.computeIfAbsent(upstream, _ -> new Place());
    long oldest = System.nanoTime() - limits.patience().kept().toNanos();
    for (Idle kept = place.idle.poll(); kept != null; kept = place.idle.poll()) {
      if (kept.since() - oldest > 0 && kept.back().channel().isActive()) {
        ready.accept(kept.back());
        return;
      }
      kept.back().end();
    }
    connect(upstream, place, ready, failed);
  }

  private void connect(
      Upstream upstream, Place place, Consumer<Back> ready, Consumer<String> failed) {
    int patience = Math.toIntExact(limits.patience().connect().toMillis());
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .resolver(names)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, patience)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.AUTO_READ, upstream.secure())
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    begin(channel, upstream, place, patience);
                  }
                })
            .connect(upstream.host(), upstream.port());
    connecting.addListener(done -> {
      if (!done.isSuccess()) {
        failed.accept(why(done.cause()));
        return;
      }
      Channel channel = connecting.channel();
      SslHandler encryption = channel.pipeline().get(SslHandler.class);
      if (encryption == null) {
        ready.accept(channel.pipeline().get(Back.class));
      } else {
        encryption
            .handshakeFuture()
            .addListener(shaken -> {
              if (shaken.isSuccess()) {
                ready.accept(channel.pipeline().get(Back.class));
              } else {
                ChannelFuture _ = channel.close();
                failed.accept(why(shaken.cause()));
              }
            });
      }
    });
  }

  private void begin(SocketChannel channel, Upstream upstream, Place place, int patience) {
    if (upstream.secure()) {
      SslHandler encryption = tls.newHandler(channel.alloc(), upstream.host(), upstream.port());
      encryption.setHandshakeTimeout(patience, TimeUnit.MILLISECONDS);
      channel.pipeline().addLast(encryption);
    }
    channel
        .pipeline()
        .addLast(
            new HttpClientCodec(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(limits.head())
                    .setMaxHeaderSize(limits.head())
                    .setMaxChunkSize(RequestDecoder.MOST_PIECE),
                true,
                false))
        .addLast(new Back(this, place, channel));
  }

  private static String why(Throwable cause) {
    return switch (cause) {
      case UnknownHostException _ -> "its name is not known";
      case SSLException _ -> "TLS with it failed; its certificate may be none that is trusted";
      case java.net.ConnectException _ -> "it takes no connection";
      default -> "it cannot be reached";
    };
  }

  /** Puts a connection back. */
  void keep(Place place, Back back) {
    if (!back.channel().isActive() || place.idle.size() >= limits.idle()) {
      back.end();
      return;
    }
    place.idle.push(new Idle(back, System.nanoTime()));
    if (!place.swept) {
      sweepLater(place);
    }
  }

  private void sweepLater(Place place) {
    place.swept = true;
    var _ =
        loop.schedule(
            () -> {
              place.swept = false;
              long oldest = System.nanoTime() - limits.patience().kept().toNanos();
              while (!place.idle.isEmpty() && place.idle.getLast().since() - oldest <= 0) {
                place.idle.removeLast().back().end();
              }
              if (!place.idle.isEmpty()) {
                sweepLater(place);
              }
            },
            limits.patience().kept().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** A kept connection was closed by the upstream. */
  void forget(Place place, Back back) {
    place.idle.removeIf(kept -> kept.back() == back);
  }

  /** Closes what is kept. */
  void close() {
    places
        .values()
        .forEach(place -> {
          while (!place.idle.isEmpty()) {
            place.idle.removeLast().back().end();
          }
        });
  }
}
