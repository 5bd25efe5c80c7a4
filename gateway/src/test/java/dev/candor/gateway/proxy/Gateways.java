package dev.candor.gateway.proxy;

import dev.candor.gateway.Inspector;
import dev.candor.gateway.Limits;
import dev.candor.gateway.Limits.Patience;
import dev.candor.gateway.Log;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Mode;
import dev.candor.gateway.Ruling;
import dev.candor.gateway.Settings;
import dev.candor.gateway.Upstream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A gateway on a free port of this machine, and clients for it. */
final class Gateways implements AutoCloseable {
  static final int PATIENCE_MILLISECONDS = 20_000;

  final Metrics metrics = new Metrics();
  final StringWriter log = new StringWriter();
  final Proxy proxy;

  /** What was read of bodies; it finds nothing. */
  static final class Reading implements Inspector {
    final List<byte[]> observed = new CopyOnWriteArrayList<>();
    Outcome outcome = new Outcome.Unchanged();

    @Override
    public boolean observe(Subject subject, byte[] body, Runnable done) {
      observed.add(body);
      done.run();
      return true;
    }

    @Override
    public CompletionStage<Outcome> decide(Subject subject, Mode mode, byte[] body) {
      observed.add(body);
      return CompletableFuture.completedStage(outcome);
    }
  }

  /** What is set up differently in a test. */
  static final class Setup {
    final List<Upstream> upstreams = new ArrayList<>();
    Limits limits = Limits.STANDARD;
    Inspector inspector = new Reading();
    Ruling ruling = facts -> new Ruling.Decision.Pass(Mode.OBSERVE);
    Optional<String> token = Optional.empty();
    Optional<Settings.Tls> tls = Optional.empty();
    List<X509Certificate> trusted = List.of();
    Optional<InetSocketAddress> admin = Optional.empty();

    Setup upstream(String name, String url) {
      upstreams.add(Upstream.parse(name + "=" + url));
      return this;
    }

    Gateways open() {
      return new Gateways(this);
    }
  }

  static Setup to(RawServer server) {
    return new Setup().upstream("up", server.url());
  }

  /** Limits that a test reaches. */
  static Limits limits(int head, long body, int inspected, Duration patience) {
    return new Limits(
        head,
        body,
        inspected,
        1 << 20,
        100,
        4,
        new Patience(patience, patience, patience, patience, patience, patience, patience));
  }

  private Gateways(Setup setup) {
    proxy =
        new Proxy(
            new Settings(
                local(),
                setup.admin,
                setup.upstreams,
                setup.ruling,
                setup.limits,
                setup.token,
                setup.tls,
                setup.trusted),
            setup.inspector,
            metrics,
            new Log(new PrintWriter(log), InstantSource.fixed(Instant.EPOCH), true),
            () -> "");
  }

  static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(proxy.address().getAddress(), proxy.address().getPort());
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Sends all at once, and gives what is answered until the other end closes. */
  String say(String... lines) throws IOException {
    try (Socket socket = connect()) {
      RawServer.say(socket, lines);
      return RawServer.text(socket.getInputStream().readAllBytes());
    }
  }

  static void await(BooleanSupplier seen) {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLISECONDS).toNanos();
    while (!seen.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("what was waited for did not come");
      }
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  @Override
  public void close() {
    proxy.close();
  }
}
