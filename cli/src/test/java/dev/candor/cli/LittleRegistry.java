package dev.candor.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An npm registry on this machine with one package, of which a test publishes versions. */
final class LittleRegistry implements AutoCloseable {
  private static final long PAUSE_NANOS = 10_000_000;

  private final HttpServer server;
  private final String name;
  private final ObjectNode document = JsonMapper.shared().createObjectNode();
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final List<String> asked = new CopyOnWriteArrayList<>();

  LittleRegistry(String name) throws IOException {
    this.name = name;
    document.put("name", name);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  LittleRegistry publish(String version, String time, byte[] file) {
    return publish(version, time, file, file);
  }

  /** The same with a digest of something else. */
  LittleRegistry publish(String version, String time, byte[] file, byte[] promised) {
    String path = file(version);
    ObjectNode manifest = JsonMapper.shared().createObjectNode();
    manifest.put("name", name).put("version", version);
    manifest
        .putObject("dist")
        .put("tarball", address() + path.substring(1))
        .put("integrity", integrity(promised));
    document.withObjectProperty("versions").set(version, manifest);
    document.withObjectProperty("time").put(version, time);
    answers.put(path, file);
    answers.put("/" + name + "/" + version, bytes(manifest));
    answers.put("/" + name, bytes(document));
    return this;
  }

  /** A version that was there once. */
  LittleRegistry takenBack(String version, String time) {
    document.withObjectProperty("time").put(version, time);
    answers.put("/" + name, bytes(document));
    return this;
  }

  /** Takes the request for that file and answers nothing. */
  void holdsBack(String version) {
    held.add(file(version));
  }

  /** Has the file no more. */
  void loses(String version) {
    answers.remove(file(version));
  }

  void givesOut(String version) {
    held.remove(file(version));
  }

  private String file(String version) {
    return "/" + name + "/-/" + version + ".tgz";
  }

  List<String> files() {
    return asked.stream().filter(path -> path.endsWith(".tgz")).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(path);
      while (held.contains(path)) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      byte[] body = answers.get(path);
      exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
      if (body != null) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String integrity(byte[] file) {
    try {
      return "sha512-"
          + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    held.clear();
    server.stop(0);
    threads.shutdownNow();
  }
}
