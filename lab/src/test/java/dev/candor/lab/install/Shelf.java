package dev.candor.lab.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An npm registry on this machine with what a test puts there. */
final class Shelf implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> documents = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();

  Shelf() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** A package.json to be completed; give it to {@link #publish}. */
  static ObjectNode json(String name, String version) {
    return JsonMapper.shared().createObjectNode().put("name", name).put("version", version);
  }

  /** Publishes a package with that package.json and those files. */
  Shelf publish(ObjectNode json, Packed files) {
    return publish(json, files.file("package/package.json", json.toString()).gzipped());
  }

  /** The same with a file made elsewhere. */
  Shelf publish(ObjectNode json, byte[] file) {
    String name = json.path("name").asString();
    String version = json.path("version").asString();
    String path = "/" + name + "/-/" + version + ".tgz";
    ObjectNode manifest = json.deepCopy();
    manifest
        .putObject("dist")
        .put("tarball", uri().resolve(path).toString())
        .put("integrity", integrity(file));
    if (json.path("scripts").has("postinstall")) {
      manifest.put("hasInstallScript", true);
    }
    ObjectNode document =
        documents.computeIfAbsent(name, any -> JsonMapper.shared().createObjectNode());
    document.put("name", name);
    document.withObjectProperty("dist-tags").put("latest", version);
    document.withObjectProperty("versions").set(version, manifest);
    String place = "/" + name.replace("/", "%2f");
    answers.put(place, bytes(document));
    answers.put(place + "/" + version, bytes(manifest));
    answers.put(place + "/latest", bytes(manifest));
    answers.put(path, file);
    return this;
  }

  /** Gives out something else in place of a package's file. */
  void replace(String name, String version, byte[] file) {
    answers.put("/" + name + "/-/" + version + ".tgz", file);
  }

  /** Says another digest in the package's document than in that of the version. */
  void contradict(String name, String version, byte[] other) {
    ObjectNode document = Objects.requireNonNull(documents.get(name)).deepCopy();
    document
        .withObjectProperty("versions")
        .withObjectProperty(version)
        .withObjectProperty("dist")
        .put("integrity", integrity(other));
    answers.put("/" + name, bytes(document));
  }

  static String integrity(byte[] file) {
    try {
      return "sha512-"
          + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      asked.add(path);
      byte[] body = answers.get(path);
      exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
      if (body != null) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
