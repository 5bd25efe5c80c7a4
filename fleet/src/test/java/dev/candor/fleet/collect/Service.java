package dev.candor.fleet.collect;

import dev.candor.fleet.collect.store.Fleet;
import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Retention;
import dev.candor.fleet.collect.store.Store;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service on this machine that a test asks. */
final class Service implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Store store;
  private final Collector collector;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Path tokenFile;
  private final Token send = Token.create(Token.Purpose.SEND);
  private final Token read = Token.create(Token.Purpose.READ);

  private Service(Path folder, Serving serving, Judge judge) throws IOException {
    tokenFile = folder.resolve("tokens");
    Files.writeString(tokenFile, send.line("machines") + "\n# people\n" + read.line("anna") + "\n");
    store = Store.in(folder.resolve("store"), Retention.USUAL);
    collector =
        Collector.start(
            serving,
            store,
            Tokens.in(tokenFile),
            judge,
            Clock.fixed(NOW, ZoneOffset.UTC),
            log::add);
  }

  static Service in(Path folder) throws IOException {
    return in(folder, Serving.at("127.0.0.1", 0, Optional.empty(), false));
  }

  static Service in(Path folder, Serving serving) throws IOException {
    return new Service(folder, serving, Judge.NONE);
  }

  /** With little patience and room. */
  static Serving strict(Duration headers, Duration body, int most) {
    return new Serving(
        "127.0.0.1",
        0,
        Optional.empty(),
        false,
        most,
        4 * most,
        headers,
        body,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }

  URI address() {
    return collector.address();
  }

  String sendToken() {
    return send.secret();
  }

  String readToken() {
    return read.secret();
  }

  Path tokenFile() {
    return tokenFile;
  }

  Store store() {
    return store;
  }

  List<String> log() {
    return List.copyOf(log);
  }

  /** What is logged and what it costs are the caller's: a socket to say anything on. */
  Socket socket() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), address().getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** Everything that is answered to these bytes, until the service closes. */
  String said(String request) throws IOException {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address().resolve(path)).timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As a person with a token to read. */
  HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return ask(request(path).header("Authorization", "Bearer " + readToken()));
  }

  HttpRequest.Builder posting(byte[] body) {
    return request("v1/inventories")
        .header("Authorization", "Bearer " + sendToken())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
    return ask(posting(body));
  }

  HttpResponse<String> post(Inventory inventory) throws IOException, InterruptedException {
    return post(json(inventory));
  }

  static byte[] json(Inventory inventory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InventoryJson.writeLine(inventory, out);
    return out.toByteArray();
  }

  /** One that is taken. */
  static Inventory usual() {
    return Fleet.look("anna", "2026-11-21T12:00:00Z", "claude-code@2.1.91");
  }

  @Override
  public void close() {
    client.shutdownNow();
    collector.close();
    store.close();
  }
}
