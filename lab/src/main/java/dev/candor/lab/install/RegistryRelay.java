package dev.candor.lab.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.candor.core.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Registry documents on a loopback port, for the one npm that is told its address: it needs neither
 * the user's logins, proxies and authorities nor any other way out. The address holds a secret, so
 * that no other user of the machine reads private packages through it.
 */
final class RegistryRelay implements AutoCloseable {
  private static final int SECRET_BYTES = 16;

  private final Function<String, Optional<byte[]>> documents;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String base;
  private final AtomicReference<Optional<InputException>> failure =
      new AtomicReference<>(Optional.empty());

  /**
   * @param documents by the name of the package; may throw InputException
   * @throws IOException if no port can be opened
   */
  RegistryRelay(Function<String, Optional<byte[]>> documents) throws IOException {
    this.documents = documents;
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    base = "/" + HexFormat.of().formatHex(secret) + "/";
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** What npm is to take for its registry. */
  URI address() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + address.getPort()
            + base);
  }

  /** The first document that could not be given, which npm would only call a server's error. */
  Optional<InputException> failure() {
    return failure.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      if (!exchange.getRequestMethod().equals("GET") || !path.startsWith(base)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String name = URLDecoder.decode(path.substring(base.length()), StandardCharsets.UTF_8);
      Optional<byte[]> document;
      try {
        document = documents.apply(name);
      } catch (InputException e) {
        failure.compareAndSet(Optional.empty(), Optional.of(e));
        exchange.sendResponseHeaders(502, -1);
        return;
      }
      if (document.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = document.get();
      exchange.getResponseHeaders().set("Content-Type", "application/vnd.npm.install-v1+json");
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
