package dev.candor.fleet.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.candor.core.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How inventories are sent, and to whom not. */
class SenderTest {
  private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private HttpServer server;

  private record Answer(int status, String header, String value, String body) {
    static Answer of(int status, String body) {
      return new Answer(status, "X-Nothing", "x", body);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add(answer.header(), answer.value());
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Sender sender() {
    return new Sender(
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "secret",
        Optional.empty(),
        pauses::add);
  }

  @Test
  void itGoesToTheServiceWithTheToken() throws Exception {
    answers.add(Answer.of(201, ""));
    try (Sender sender = sender()) {
      assertThat(sender.send(DOCUMENT)).isEqualTo(new Sending.Acknowledged());
    }
    assertThat(asked).containsExactly("/v1/inventories Bearer secret");
    assertThat(pauses).isEmpty();
  }

  @Test
  void aServiceThatFailsIsAskedAgainAndLater() throws Exception {
    answers.add(Answer.of(500, ""));
    answers.add(new Answer(503, "Retry-After", "7", ""));
    answers.add(new Answer(503, "Retry-After", "86400", ""));
    answers.add(Answer.of(200, ""));
    try (Sender sender = sender()) {
      assertThat(sender.send(DOCUMENT)).isEqualTo(new Sending.Acknowledged());
    }
    assertThat(pauses).hasSize(3);
    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(pauses.get(1)).isEqualTo(Duration.ofSeconds(7));
    assertThat(pauses.get(2)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void afterFiveTriesItIsGivenUpForNow() throws Exception {
    answers.add(Answer.of(502, "<h1>Bad\u001b[31m gateway</h1>"));
    try (Sender sender = sender()) {
      assertThat(sender.send(DOCUMENT))
          .isEqualTo(new Sending.Failed("it answered 502: <h1>Bad\\u{1B}[31m gateway</h1>"));
    }
    assertThat(asked).hasSize(5);
    assertThat(pauses.get(3)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
  }

  @Test
  void aServiceThatIsNotThereIsAFailure() throws Exception {
    server.stop(0);
    try (Sender sender = sender()) {
      assertThat(sender.send(DOCUMENT))
          .isEqualTo(new Sending.Failed("127.0.0.1 was not reached (ConnectException)"));
    }
    assertThat(pauses).hasSize(4);
  }

  @Test
  void whatIsWrongWithTheDocumentIsToldAndNotTriedAgain() throws Exception {
    answers.add(Answer.of(422, "{\"detail\":\"It was taken in the\\u202e future.\"}"));
    try (Sender sender = sender()) {
      assertThat(sender.send(DOCUMENT))
          .isEqualTo(new Sending.Refused("it answered 422: It was taken in the\\u{202E} future."));
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void aTokenThatIsNotKnownIsNotTheDocumentsFault() throws Exception {
    answers.add(Answer.of(401, ""));
    try (Sender sender = sender()) {
      assertThat(sender.send(DOCUMENT)).isEqualTo(new Sending.Failed("it answered 401"));
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void anotherAddressIsNotFollowed() throws Exception {
    answers.add(new Answer(307, "Location", "http://127.0.0.1:1/elsewhere", ""));
    try (Sender sender = sender()) {
      assertThat(sender.send(DOCUMENT))
          .isEqualTo(
              new Sending.Failed(
                  "it points to another address, which is not followed:"
                      + " http://127.0.0.1:1/elsewhere"));
    }
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fleet.example.com/",
        "http://127.0.0.1.example.com/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
        "http://[2001:db8::1]/"
      })
  void aTokenDoesNotLeaveTheMachineUnencrypted(String address) {
    assertThatThrownBy(() -> new Sender(address, "t", Optional.empty(), pauses::add))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("unencrypted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fleet",
        "ftp://x/",
        "https://a:b@x/",
        "https://x/?a",
        "https://x/#a",
        "https:///"
      })
  void whatIsNoAddressIsRefused(String address) {
    assertThatThrownBy(() -> new Sender(address, "t", Optional.empty(), pauses::add))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no address");
  }

  @Test
  void whatCannotBeSentWaitsAndGoesNextTimeTheOldestFirst() throws Exception {
    Spool spool = Spool.in(folder.resolve("spool"));
    answers.add(Answer.of(503, ""));
    try (Sender sender = sender()) {
      Delivery first = Delivery.of(sender, spool, DOCUMENT, Instant.ofEpochSecond(2));
      assertThat(first.outcome()).isEqualTo(Delivery.Outcome.WAITING);
      assertThat(first.waiting()).isEqualTo(1);

      answers.clear();
      answers.add(Answer.of(201, ""));
      byte[] later = "[]".getBytes(StandardCharsets.UTF_8);
      Delivery second = Delivery.of(sender, spool, later, Instant.ofEpochSecond(1));
      assertThat(second).isEqualTo(new Delivery(2, 0, 0, Optional.empty()));
    }
    assertThat(spool.waiting()).isEmpty();
  }

  @Test
  void whatIsRefusedDoesNotBlockTheRest() throws Exception {
    Spool spool = Spool.in(folder);
    spool.keep("old".getBytes(StandardCharsets.UTF_8), Instant.ofEpochSecond(1));
    answers.add(Answer.of(422, ""));
    answers.add(Answer.of(201, ""));
    try (Sender sender = sender()) {
      Delivery delivery = Delivery.of(sender, spool, DOCUMENT, Instant.ofEpochSecond(2));

      assertThat(delivery.sent()).isEqualTo(1);
      assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.LOST);
    }
  }

  @Test
  void theSpoolIsBoundedAndLeavesOtherFilesAlone() throws IOException {
    Path other = Files.createFile(folder.resolve("notes.json"));
    Spool spool = Spool.in(folder);
    int lost = 0;
    for (int i = 0; i < Spool.MOST + 3; i++) {
      lost += spool.keep(DOCUMENT, Instant.ofEpochSecond(i));
    }
    assertThat(lost).isEqualTo(3);
    assertThat(spool.waiting()).hasSize(Spool.MOST).doesNotContain(other);
    assertThat(spool.waiting().getFirst().getFileName().toString()).startsWith("000000000003000-");
  }
}
