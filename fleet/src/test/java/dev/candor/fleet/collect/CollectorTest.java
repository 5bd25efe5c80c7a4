package dev.candor.fleet.collect;

import static dev.candor.fleet.collect.store.Fleet.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.fleet.collect.store.Answers;
import dev.candor.fleet.inventory.Inventories;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service takes, and what it does with everything else. */
class CollectorTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void anInventoryIsTakenOnceAndShown() throws Exception {
    try (Service service = Service.in(folder)) {
      HttpResponse<String> first = service.post(Service.usual());
      HttpResponse<String> again = service.post(Service.usual());

      assertThat(first.statusCode()).isEqualTo(201);
      assertThat(first.body()).isEqualTo("{\"result\":\"new\"}\n");
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(again.body()).isEqualTo("{\"result\":\"known\"}\n");
      assertThat(service.read("").body()).contains("claude-code");
      assertThat(service.read("v1/inventories").body())
          .isEqualTo(new String(Service.json(Service.usual()), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aPackedInventoryIsTaken() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(
              service
                  .ask(
                      service
                          .posting(packed(Service.json(Service.usual())))
                          .header("Content-Encoding", "gzip"))
                  .statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void nothingIsToldOrTakenWithoutTheRightToken() throws Exception {
    try (Service service = Service.in(folder)) {
      byte[] body = Service.json(Service.usual());
      assertThat(status(service, service.request(""))).isEqualTo(401);
      assertThat(status(service, service.request("").header("Authorization", "Bearer x")))
          .isEqualTo(401);
      assertThat(
              status(
                  service,
                  service.request("").header("Authorization", "Bearer " + service.sendToken())))
          .isEqualTo(403);
      assertThat(
              status(
                  service,
                  service
                      .request("v1/inventories")
                      .header("Content-Type", "application/json")
                      .header("Authorization", "Bearer " + service.readToken())
                      .POST(HttpRequest.BodyPublishers.ofByteArray(body))))
          .isEqualTo(403);
      assertThat(
              status(
                  service,
                  service
                      .request("v1/inventories")
                      .header("Content-Type", "application/json")
                      .header("Authorization", basic("x:" + service.sendToken()))
                      .POST(HttpRequest.BodyPublishers.ofByteArray(body))))
          .isEqualTo(401);
      assertThat(machines(service)).isZero();
    }
  }

  /** A browser asks for a name and a password; the name does not matter. */
  @Test
  void aBrowserReadsWithTheTokenAsPassword() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(service.ask(service.request("")).headers().allValues("WWW-Authenticate"))
          .anyMatch(header -> header.startsWith("Basic "));
      assertThat(
              status(
                  service,
                  service
                      .request("")
                      .header("Authorization", basic("anyone:" + service.readToken()))))
          .isEqualTo(200);
      assertThat(status(service, service.request("").header("Authorization", "Basic !!!")))
          .isEqualTo(401);
    }
  }

  @Test
  void aTokenThatIsTakenOutOfTheFileEnds() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(service.read("").statusCode()).isEqualTo(200);
      Files.writeString(service.tokenFile(), "# nobody\n");

      assertThat(service.read("").statusCode()).isEqualTo(401);
      Files.delete(service.tokenFile());
      assertThat(service.read("").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void healthNeedsNoTokenAndTellsNothing() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(service.ask(service.request("health/live")).body()).isEqualTo("alive\n");
      assertThat(service.ask(service.request("health/ready")).body()).isEqualTo("ready\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"schema\":\"candor/inventory/v1\"}",
        "{\"schema\":\"candor/inventory/v1\",\"schema\":\"candor/inventory/v1\"}",
        "\u00ff\u0000"
      })
  void whatIsNoInventoryIsRefused(String body) throws Exception {
    try (Service service = Service.in(folder)) {
      HttpResponse<String> answer = service.post(body.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(machines(service)).isZero();
    }
  }

  @Test
  void nestingWithoutEndIsRefused() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(service.post("[".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8)).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void otherTypesAndCodingsAreRefused() throws Exception {
    try (Service service = Service.in(folder)) {
      byte[] body = Service.json(Service.usual());
      assertThat(
              status(
                  service,
                  service
                      .request("v1/inventories")
                      .header("Authorization", "Bearer " + service.sendToken())
                      .POST(HttpRequest.BodyPublishers.ofByteArray(body))))
          .isEqualTo(415);
      assertThat(status(service, service.posting(body).header("Content-Encoding", "br")))
          .isEqualTo(415);
      assertThat(status(service, service.posting(body).header("Content-Encoding", "gzip, gzip")))
          .isEqualTo(415);
      assertThat(status(service, service.posting(body).header("Content-Encoding", "gzip")))
          .isEqualTo(400);
    }
  }

  @Test
  void anInventoryOfTheFutureIsRefusedWithTheReason() throws Exception {
    try (Service service = Service.in(folder)) {
      HttpResponse<String> answer = service.post(look("anna", "2027-01-01T00:00:00Z"));

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("Set the clocks");
    }
  }

  /** A body of 1 GiB is refused by its announcement: none of it is read. */
  @Test
  void aBodyThatIsAnnouncedTooLargeIsNotRead() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(service.said(head(service, "Content-Length: 1073741824")))
          .startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void aBodyWithoutEndIsCutOff() throws Exception {
    Serving serving = Service.strict(Duration.ofSeconds(20), Duration.ofSeconds(20), MEGABYTE);
    try (Service service = Service.in(folder, serving);
        Socket socket = service.socket()) {
      socket
          .getOutputStream()
          .write(head(service, "Transfer-Encoding: chunked").getBytes(StandardCharsets.US_ASCII));
      byte[] piece =
          ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      int pieces = 0;
      try {
        for (; pieces < 10_000; pieces++) {
          socket.getOutputStream().write(piece);
        }
      } catch (IOException e) {
        // That is what is to happen: the service has closed.
      }
      assertThat(pieces).as("of 64 KiB each, some in buffers on the way").isLessThan(1_000);
    }
  }

  /** 4 MiB of zeros in 4 KiB, where 1 MiB is the bound. */
  @Test
  void aBombOfGzipIsRefusedWhenItHasGrownTooLarge() throws Exception {
    Serving serving = Service.strict(Duration.ofSeconds(20), Duration.ofSeconds(20), MEGABYTE);
    try (Service service = Service.in(folder, serving)) {
      byte[] bomb = packed(new byte[4 * MEGABYTE]);
      assertThat(bomb.length).isLessThan(10_000);

      assertThat(status(service, service.posting(bomb).header("Content-Encoding", "gzip")))
          .isEqualTo(413);
    }
  }

  @Test
  void aSenderThatIsTooSlowWithTheBodyIsToldSo() throws Exception {
    Serving serving = Service.strict(Duration.ofSeconds(20), Duration.ofMillis(300), MEGABYTE);
    try (Service service = Service.in(folder, serving);
        Socket socket = service.socket()) {
      socket
          .getOutputStream()
          .write(head(service, "Content-Length: 1000").getBytes(StandardCharsets.US_ASCII));
      String answer = trickled(socket);

      assertThat(answer).startsWith("HTTP/1.1 408 ");
    }
  }

  /** A byte at a time keeps a connection from being idle, and does not keep it. */
  @Test
  void aSenderThatIsTooSlowWithTheHeadIsCutOff() throws Exception {
    Serving serving = Service.strict(Duration.ofSeconds(1), Duration.ofSeconds(20), MEGABYTE);
    try (Service service = Service.in(folder, serving);
        Socket socket = service.socket()) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));

      assertThat(trickled(socket)).isEmpty();
    }
  }

  /** Sends a byte now and then until there is an answer or an end. */
  private static String trickled(Socket socket) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> answer = threads.submit(() -> socket.getInputStream().readAllBytes());
      while (!answer.isDone()) {
        try {
          socket.getOutputStream().write('x');
        } catch (IOException e) {
          break;
        }
        Thread.sleep(50);
      }
      try {
        return new String(answer.get(), StandardCharsets.US_ASCII);
      } catch (java.util.concurrent.ExecutionException e) {
        return "";
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: +5",
        "Content-Length: -1",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked"
      })
  void lengthsThatTwoReadersTakeDifferentlyAreRefused(String lengths) throws Exception {
    try (Service service = Service.in(folder)) {
      String answer =
          service.said(head(service, lengths) + "0\r\n\r\nGET /health/live HTTP/1.1\r\n\r\n");

      assertThat(answer).matches("(?s)HTTP/1\\.1 (400|501) .*").doesNotContain("alive");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/v1/../tokens",
        "/tools/../fleet.db",
        "/tools%2f..%2ftokens",
        "/tools;x=/../tokens",
        "//tools",
        "/tools/",
        "/health/live/",
        "/v1",
        "/%00",
        "/fleet.db",
        "http://elsewhere.example/tokens"
      })
  void onlyThePathsThatThereAreAreAnswered(String path) throws Exception {
    try (Service service = Service.in(folder)) {
      String answer =
          service.said(
              "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, service.readToken()));

      assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404) .*").doesNotContain("passwd", "sha256:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "TRACE", "OPTIONS", "PATCH"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    try (Service service = Service.in(folder)) {
      for (String path : List.of("/", "/v1/inventories", "/health/live")) {
        String answer =
            service.said(
                "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                    .formatted(method, path, service.readToken()));
        assertThat(answer).startsWith("HTTP/1.1 405 ");
      }
    }
  }

  @Test
  void aHeadThatIsTooLargeIsRefused() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(
              service.said(
                  "GET / HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n".formatted("x".repeat(20_000))))
          .startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void whatIsNoRequestIsNotRepeated() throws Exception {
    try (Service service = Service.in(folder)) {
      String answer = service.said("<script>alert(1)</script>\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("alert");
    }
  }

  @Test
  void hostileTextOfMachinesIsNoMarkup() throws Exception {
    try (Service service = Service.in(folder)) {
      assertThat(service.post(Inventories.with(Inventories.HOSTILE)).statusCode()).isEqualTo(201);

      for (String page :
          List.of("", "tools", "tools?tool=claude-code", "changes", "machines", "machine?id=1")) {
        String html = service.read(page).body();
        assertThat(html).as(page).doesNotContain("\"'</script>", "\u202e", "\u001b", "\u2028");
      }
      assertThat(service.read("machine?id=1").body()).contains("\\u{202E}");
      assertThat(service.read("tools?tool=%22%3E%3Cscript%3E&versions=%3Cscript%3E").body())
          .doesNotContain("<script");
    }
  }

  @Test
  void questionsThatMakeNoSenseAreAnswered() throws Exception {
    try (Service service = Service.in(folder)) {
      service.post(Service.usual());
      for (String query :
          List.of(
              "tools?tool=claude-code&versions=%3E%3D",
              "tools?tool=nothing",
              "tools?after=99999999999999999999",
              "tools?after=-1",
              "tools?after=77",
              "violations?after=9223372036854775807-1&rule=x",
              "violations?after=9999999999999999999-1",
              "changes?days=0&after=x",
              "changes?days=99999999999999999",
              "machines?after=9&name=%25",
              "tools?tool=a&tool=b&x=y")) {
        assertThat(service.read(query).statusCode()).as(query).isEqualTo(200);
      }
      assertThat(service.read("machine?id=999").statusCode()).isEqualTo(404);
      assertThat(service.read("tools?tool=" + "x".repeat(600)).statusCode()).isEqualTo(400);
      assertThat(service.log()).isEmpty();
    }
  }

  @Test
  void versionsAreChosenByRange() throws Exception {
    try (Service service = Service.in(folder)) {
      service.post(look("old", "2026-11-21T12:00:00Z", "claude-code@2.1.90"));
      service.post(look("marked", "2026-11-21T12:00:00Z", "claude-code@2.1.91"));
      service.post(look("fixed", "2026-11-21T12:00:00Z", "claude-code@2.1.198"));

      assertThat(service.read("tools?tool=claude-code&versions=%3E%3D2.1.91%7C%3C2.1.198").body())
          .contains(">marked<")
          .doesNotContain(">old<", ">fixed<");
    }
  }

  @Test
  void manyPostAtOnceAndAllAreKept() throws Exception {
    try (Service service = Service.in(folder);
        ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> posts = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte[] body = Service.json(look("m" + i, "2026-11-21T12:00:00Z", "a@1", "b@" + i % 5));
        posts.add(() -> service.post(body).statusCode());
      }
      for (Future<Integer> one : threads.invokeAll(posts)) {
        assertThat(one.get()).isEqualTo(201);
      }
      assertThat(machines(service)).isEqualTo(200);
    }
  }

  /** What is being received when the end is asked for is still answered. */
  @Test
  void theEndWaitsForWhatIsBeingReceived() throws Exception {
    Service service = Service.in(folder);
    byte[] body = Service.json(Service.usual());
    try (Socket socket = service.socket();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      socket
          .getOutputStream()
          .write(
              head(service, "Content-Length: " + body.length).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body, 0, 10);
      service.ask(service.request("health/live"));
      Future<?> closing = threads.submit(service::close);
      while (reachable(service)) {
        Thread.sleep(20);
      }
      socket.getOutputStream().write(body, 10, body.length - 10);

      assertThat(new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 201 ");
      closing.get();
    }
  }

  private static boolean reachable(Service service) {
    try (Socket socket = service.socket()) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void withoutTlsItListensOnThisMachineOnly() {
    assertThatThrownBy(() -> Serving.at("0.0.0.0", 0, Optional.empty(), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--behind-proxy");
    assertThat(Serving.at("::1", 0, Optional.empty(), false).tls()).isEmpty();
    assertThat(Serving.at("0.0.0.0", 0, Optional.empty(), true).tls()).isEmpty();
  }

  private static String head(Service service, String lengths) {
    return """
    POST /v1/inventories HTTP/1.1\r
    Host: x\r
    Authorization: Bearer %s\r
    Content-Type: application/json\r
    Connection: close\r
    %s\r
    \r
    """
        .formatted(service.sendToken(), lengths);
  }

  private static int status(Service service, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return service.ask(request).statusCode();
  }

  private static long machines(Service service) {
    return service.store().ask(Answers::machines);
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
