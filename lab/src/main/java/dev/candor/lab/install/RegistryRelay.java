package dev.candor.lab.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.candor.artifact.RegistryPackage;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registry documents on a loopback port, for the one npm that is told its address: it needs neither
 * the user's logins, proxies and authorities nor any other way out. Named as its proxy too, it
 * answers for no other host. The address holds a secret, so that no other user of the machine reads
 * private packages through it.
 */
final class RegistryRelay implements AutoCloseable {
  static {
    // Headers and body are two writes; the second would wait 40 ms for the first to be confirmed.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private static final int SECRET_BYTES = 16;

  /** No name of a package begins so. */
  private static final String FILES = "-/";

  private final Resolution.Registry registry;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String base;
  private final AtomicReference<Optional<InputException>> failure =
      new AtomicReference<>(Optional.empty());

  /**
   * @throws IOException if no port can be opened
   */
  RegistryRelay(Resolution.Registry registry) throws IOException {
    this.registry = registry;
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
      if (exchange.getRequestURI().getHost() != null) {
        failure.compareAndSet(Optional.empty(), Optional.of(elsewhere(exchange.getRequestURI())));
      }
      boolean ours =
          exchange.getRequestMethod().equals("GET") && path != null && path.startsWith(base);
      if (!ours || exchange.getRequestURI().getHost() != null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      try {
        String rest = path.substring(base.length());
        if (rest.startsWith(FILES)) {
          file(exchange, rest.substring(FILES.length()));
        } else {
          document(exchange, decoded(rest));
        }
      } catch (InputException e) {
        failure.compareAndSet(Optional.empty(), Optional.of(e));
        exchange.sendResponseHeaders(502, -1);
      }
    }
  }

  private static InputException elsewhere(URI address) {
    return new InputException(
        "A dependency of the tool is the file "
            + Visible.of(address.toString(), 200)
            + " instead of a package in a registry; it was not fetched, and the tool not"
            + " installed. Give the path of an installed tool instead.");
  }

  private void document(HttpExchange exchange, String name) throws IOException {
    Optional<byte[]> document = registry.document(name);
    if (document.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    byte[] body = withFilesHere(name, document.get());
    exchange.getResponseHeaders().set("Content-Type", "application/vnd.npm.install-v1+json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private void file(HttpExchange exchange, String place) throws IOException {
    int slash = place.indexOf('/');
    if (slash < 0) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    Path file =
        registry.file(
            new RegistryPackage(
                decoded(place.substring(0, slash)),
                decoded(place.substring(slash + 1).replaceFirst("\\.tgz$", ""))));
    exchange.sendResponseHeaders(200, Files.size(file));
    Files.copy(file, exchange.getResponseBody());
  }

  // So that npm has no other place to ask.
  private byte[] withFilesHere(String name, byte[] document) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(document);
    } catch (JacksonException e) {
      throw new InputException(
          "The registry's answer for "
              + Visible.of(name, 200)
              + " is no JSON; check the registry's address.",
          e);
    }
    for (Map.Entry<String, JsonNode> version : json.path("versions").properties()) {
      if (version.getValue().path("dist") instanceof ObjectNode dist) {
        dist.put(
            "tarball",
            address() + FILES + encoded(name) + "/" + encoded(version.getKey()) + ".tgz");
      }
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // Which is the name of no package.
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
