package dev.candor.lab.emulator;

import dev.candor.text.Visible;
import dev.candor.wire.Connection;
import dev.candor.wire.Connection.Caller;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One connection from its first byte to its end: what is known of it so far, whatever is spoken on
 * it. Used by its channel's event loop only.
 */
final class Line {
  /** A client that says nothing for so long has hung. */
  private static final int SILENCE_SECONDS = 120;

  private static final int MOST_SHOWN = 64;
  private static final String SILENCE = "silence";
  private static final String ENDING = "ending";

  private final long id;
  private final String client;
  private final String server;
  private final String serverAddress;
  private final CompletableFuture<Optional<Caller>> caller;
  private final Service service;
  private Optional<Connection.Tls> tls = Optional.empty();
  private Optional<String> proxied = Optional.empty();
  private int layers;
  private boolean heard;
  private boolean failed;
  private String seen = "";

  private Line(
      long id, Channel channel, CompletableFuture<Optional<Caller>> caller, Service service) {
    this.id = id;
    this.caller = caller;
    this.service = service;
    client = text(channel.remoteAddress());
    server = text(channel.localAddress());
    serverAddress = number(channel.localAddress());
  }

  /** Begins to listen to a new connection. */
  static Line open(
      long id, Channel channel, CompletableFuture<Optional<Caller>> caller, Service service) {
    Line line = new Line(id, channel, caller, service);
    channel
        .pipeline()
        .addLast(SILENCE, new ReadTimeoutHandler(SILENCE_SECONDS))
        .addLast(new Opening(line))
        .addLast(ENDING, new Ending(line));
    return line;
  }

  /** Adds what hears next; whatever it does not care for reaches the end of the pipeline. */
  static void add(ChannelPipeline pipeline, ChannelHandler... handlers) {
    for (ChannelHandler handler : handlers) {
      pipeline.addBefore(ENDING, null, handler);
    }
  }

  /** From now on silence is no sign of a client that hangs. */
  static void mayBeSilent(ChannelPipeline pipeline) {
    if (pipeline.get(SILENCE) != null) {
      pipeline.remove(SILENCE);
    }
  }

  Service service() {
    return service;
  }

  Recording recording() {
    return service.recording();
  }

  CompletableFuture<Optional<Caller>> caller() {
    return caller;
  }

  /** As it is now; who calls is added when it is known. */
  Connection connection() {
    return connection(proxied);
  }

  Connection connection(Optional<String> proxied) {
    return new Connection(id, client, server, tls, proxied, Optional.empty());
  }

  String scheme() {
    return tls.isPresent() ? "https" : "http";
  }

  /** What a client without SNI has dialled. */
  String dialled() {
    return proxied.map(Line::withoutPort).orElse(serverAddress);
  }

  String serverAddress() {
    return serverAddress;
  }

  /** How many times TLS was begun, one inside the other. */
  int layers() {
    return layers;
  }

  void encrypted(Connection.Tls how) {
    tls = Optional.of(how);
    layers++;
    fresh();
  }

  /** What comes next is meant for another host, by name. */
  void proxied(String target) {
    proxied = Optional.of(target);
    tls = Optional.empty();
    fresh();
  }

  private void fresh() {
    heard = false;
    seen = "";
  }

  void heard() {
    heard = true;
  }

  /** Remembers how something began of which no request may come. */
  void seen(ByteBuf bytes) {
    seen =
        bytes.toString(
            bytes.readerIndex(),
            Math.min(MOST_SHOWN, bytes.readableBytes()),
            StandardCharsets.ISO_8859_1);
  }

  /** Tells, once, why nothing more can be heard. */
  void fail(String what) {
    if (failed) {
      return;
    }
    failed = true;
    recording().fail(caller, new Failure(connection(), Instant.now(), Visible.of(what, 300)));
  }

  /** As {@link #fail}, and how it began. */
  void failReading(String what) {
    fail(what + began());
  }

  private String began() {
    return seen.isEmpty() ? "" : "; it began with \"" + Visible.of(seen) + "\"";
  }

  /** What ends without a request, and without a word why, is told too. */
  void end() {
    if (!heard && !failed) {
      fail("no request came" + (tls.isPresent() ? " after the TLS handshake" : "") + began());
    }
  }

  private static String withoutPort(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  private static String number(SocketAddress address) {
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? withoutZone(inet.getAddress().getHostAddress())
        : "localhost";
  }

  private static String withoutZone(String number) {
    int zone = number.indexOf('%');
    return zone < 0 ? number : number.substring(0, zone);
  }

  private static String text(SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet) || inet.getAddress() == null) {
      return "";
    }
    String number = inet.getAddress().getHostAddress();
    return (number.indexOf(':') < 0 ? number : "[" + number + "]") + ":" + inet.getPort();
  }
}
