package dev.candor.artifact;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.node.ObjectNode;

/** A little npm registry on this machine that remembers what it was asked. */
final class LoopbackRegistry implements AutoCloseable {
  record Received(String path, Map<String, List<String>> headers) {
    Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> routes = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> packages = new ConcurrentHashMap<>();
  final List<Received> received = new CopyOnWriteArrayList<>();

  private LoopbackRegistry(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  static LoopbackRegistry start() {
    try {
      return new LoopbackRegistry(HttpServer.create(anyPort(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoopbackRegistry startTls(SSLContext tls) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return new LoopbackRegistry(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + port() + "/");
  }

  /** Answers this raw path in this way. */
  LoopbackRegistry at(String path, HttpHandler handler) {
    routes.put(path, handler);
    return this;
  }

  Release publish(String name, String version, byte[] file) {
    return new Release(this, name, version, file);
  }

  /** Makes metadata known: the document of the version, and the package's with all of them. */
  void announce(String name, ObjectNode manifest) {
    ObjectNode all = packages.computeIfAbsent(name, n -> Json.object().put("name", n));
    String version = manifest.path("version").asString();
    all.withObjectProperty("dist-tags").put("latest", version);
    all.withObjectProperty("versions").set(version, manifest);
    all.withObjectProperty("time").put(version, "2026-01-01T00:00:00.000Z");
    String encoded = "/" + name.replace("/", "%2f");
    at(encoded + "/" + version, json(manifest));
    at(encoded + "/latest", json(manifest));
    at(encoded, json(all));
  }

  /** The package's whole document, to be changed. */
  ObjectNode document(String name) {
    return packages.computeIfAbsent(name, n -> Json.object().put("name", n));
  }

  List<String> paths() {
    return received.stream().map(Received::path).toList();
  }

  Received last(String path) {
    return received.stream().filter(r -> r.path.equals(path)).toList().getLast();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    received.add(new Received(path, Map.copyOf(exchange.getRequestHeaders())));
    try (exchange) {
      routes.getOrDefault(path, status(404)).handle(exchange);
    }
  }

  static HttpHandler json(ObjectNode json) {
    return exchange -> bytes(json.toString().getBytes(StandardCharsets.UTF_8)).handle(exchange);
  }

  static HttpHandler status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static HttpHandler bytes(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static HttpHandler redirect(URI to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to.toString());
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Promises the whole body and breaks the connection off after some of it. */
  static HttpHandler cut(byte[] body, int after, String etag) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", etag);
      exchange.sendResponseHeaders(200, body.length);
      OutputStream out = exchange.getResponseBody();
      out.write(body, 0, after);
      out.flush();
    };
  }

  /** Understands Range and If-Range as RFC 9110 has them. */
  static HttpHandler resumable(byte[] body, String etag) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", etag);
      String range = exchange.getRequestHeaders().getFirst("Range");
      String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
      if (range == null || (ifRange != null && !ifRange.equals(etag))) {
        bytes(body).handle(exchange);
        return;
      }
      int start = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      if (start >= body.length) {
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + start + "-" + (body.length - 1) + "/" + body.length);
      exchange.sendResponseHeaders(206, body.length - start);
      exchange.getResponseBody().write(body, start, body.length - start);
    };
  }

  /** The first request gets the first answer, and so on; the last answer stays. */
  static HttpHandler inTurn(HttpHandler... answers) {
    AtomicInteger count = new AtomicInteger();
    return exchange ->
        answers[Math.min(count.getAndIncrement(), answers.length - 1)].handle(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
