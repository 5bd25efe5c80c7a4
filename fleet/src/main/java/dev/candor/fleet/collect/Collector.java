package dev.candor.fleet.collect;

import dev.candor.core.InputException;
import dev.candor.fleet.collect.page.Pages;
import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The service that collects inventories and tells what is where. */
public final class Collector implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 1_024;
  private static final int MOST_THREADS = 16;
  private static final int HEAD_BYTES = 8_192;
  private static final long UPKEEP_MINUTES = 60;

  private final Server server;
  private final ServerConnector connector;
  private final Store store;
  private final Judge judge;
  private final Clock clock;
  private final Consumer<String> log;
  private final boolean encrypted;
  private volatile Optional<URI> address = Optional.empty();
  private final ScheduledExecutorService clockwork =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("upkeep-", 0).factory());

  private Collector(
      Serving serving, Store store, Tokens tokens, Judge judge, Clock clock, Consumer<String> log) {
    this.store = store;
    this.judge = judge;
    this.clock = clock;
    this.log = log;
    encrypted = serving.tls().isPresent();
    server = server(serving);
    connector = connector(serving);
    Receiving receiving = new Receiving(store, () -> judge, clock, serving);
    Front front = new Front(store, new Access(tokens), receiving, new Pages(store, clock), log);
    Punctuality punctuality = new Punctuality(front, serving.headers());
    connector.addBean((Connection.Listener) punctuality);
    server.setHandler(new GracefulHandler(punctuality));
    var _ = clockwork.scheduleWithFixedDelay(punctuality::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Listens. The store stays the caller's.
   *
   * @param log of what goes wrong, in sentences
   * @throws InputException if it cannot listen there
   */
  public static Collector start(
      Serving serving, Store store, Tokens tokens, Judge judge, Clock clock, Consumer<String> log) {
    Collector collector = new Collector(serving, store, tokens, judge, clock, log);
    try {
      collector.server.start();
    } catch (InputException e) {
      collector.close();
      throw e;
    } catch (Exception e) {
      collector.close();
      throw new InputException(
          "cannot listen on %s port %d: %s. Name another with --listen."
              .formatted(serving.host(), serving.port(), e.getMessage()),
          e);
    }
    collector.address = Optional.of(collector.listening());
    var _ =
        collector.clockwork.scheduleWithFixedDelay(
            collector::upkeep, 0, UPKEEP_MINUTES, TimeUnit.MINUTES);
    return collector;
  }

  private static Server server(Serving serving) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    Server server = new Server(threads);
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(serving.drain().toMillis());
    return server;
  }

  private ServerConnector connector(Serving serving) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEAD_BYTES);
    http.setUriCompliance(UriCompliance.RFC3986);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ConnectionFactory[] speech = {plain};
    Optional<SslContextFactory.Server> tls = serving.tls().map(Collector::tls);
    if (tls.isPresent()) {
      // Names are the client's to check; an address without a name in the certificate is allowed.
      http.addCustomizer(new SecureRequestCustomizer(false));
      speech =
          new ConnectionFactory[] {new SslConnectionFactory(tls.get(), plain.getProtocol()), plain};
    }
    ServerConnector made = new ServerConnector(server, 1, 1, speech);
    made.setHost(serving.host());
    made.setPort(serving.port());
    made.setIdleTimeout(serving.idle().toMillis());
    made.setShutdownIdleTimeout(serving.drain().toMillis());
    made.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, made));
    server.addConnector(made);
    return made;
  }

  private static SslContextFactory.Server tls(TlsFiles files) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(files.store());
    tls.setKeyStorePassword("");
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    tls.setSniRequired(false);
    return tls;
  }

  /** Rules begin and end with time, and what is old is thinned. */
  private void upkeep() {
    try {
      store.judge(judge, clock.instant());
      store.thin(clock.instant());
    } catch (RuntimeException e) {
      // Thrown on, it would be the last upkeep.
      log.accept("the upkeep of the store will be tried again: " + e.getMessage());
    }
  }

  /** Where it listens or did, as {@code http://127.0.0.1:8420/}. */
  public URI address() {
    return address.orElseThrow();
  }

  private URI listening() {
    String host = connector.getHost();
    return URI.create(
        "%s://%s:%d/"
            .formatted(
                encrypted ? "https" : "http",
                host.contains(":") ? "[" + host + "]" : host,
                connector.getLocalPort()));
  }

  /** Takes no more, and returns when what was being received is answered or its time is over. */
  @Override
  public void close() {
    clockwork.shutdownNow();
    try {
      server.stop();
    } catch (Exception e) {
      log.accept("not all requests were answered in time: " + e);
    }
  }
}
