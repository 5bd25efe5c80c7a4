package dev.candor.gateway.proxy;

import static dev.candor.gateway.proxy.RawServer.head;
import static dev.candor.gateway.proxy.RawServer.say;
import static dev.candor.gateway.proxy.RawServer.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Sha256;
import dev.candor.gateway.Entry;
import dev.candor.gateway.Finding;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Mode;
import dev.candor.gateway.Ruling;
import dev.candor.gateway.Ruling.Decision;
import dev.candor.gateway.Tool;
import dev.candor.gateway.prompt.Inspection;
import dev.candor.text.mechanism.Mechanisms;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way: what a tool sends, what the upstream gets, what is recorded. */
class InspectedTest {
  private static final String MARKED =
      "{\"system\":\"Today\u02bcs date is 2026/07/01.\", \"n\": 1.00,\"n\":2}";
  private static final String CLEAN =
      "{\"system\":\"Today's date is 2026-07-01.\", \"n\": 1.00,\"n\":2}";

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<byte[]> heard = new CopyOnWriteArrayList<>();
  private final Inspection inspection =
      new Inspection(
          Mechanisms.all(),
          1 << 20,
          entry -> {
            entries.add(entry);
            return CompletableFuture.completedStage(entry);
          },
          new Metrics(),
          InstantSource.system());
  private final RawServer server =
      new RawServer(socket -> {
        InputStream in = socket.getInputStream();
        for (String head = head(in); !head.isEmpty(); head = head(in)) {
          heard.add(in.readNBytes(RawServer.length(head)));
          say(socket, "HTTP/1.1 200 OK", "Content-Length: 2", "", "ok");
        }
      });

  @AfterEach
  void end() {
    inspection.close();
    server.close();
  }

  private Gateways open(Ruling ruling) {
    Gateways.Setup setup = Gateways.to(server);
    setup.inspector = inspection;
    setup.ruling = ruling;
    return setup.open();
  }

  private Gateways open(Mode mode) {
    return open(facts -> new Decision.Pass(mode));
  }

  private static void post(Socket client, byte[] body) throws IOException {
    say(
        client,
        "POST /up/v1/messages HTTP/1.1",
        "Host: x",
        "User-Agent: claude-cli/2.1.91 (external, cli)",
        "x-api-key: secret",
        "Content-Length: " + body.length,
        "",
        "");
    client.getOutputStream().write(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void observeReportsMarksOfWhichTheUpstreamGetsEachByte() throws IOException {
    try (Gateways gateway = open(Mode.OBSERVE);
        Socket client = gateway.connect()) {
      post(client, bytes(MARKED));
      assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");

      assertThat(Sha256.hex(heard.getFirst())).isEqualTo(Sha256.hex(MARKED));
      Gateways.await(() -> !entries.isEmpty());
      assertThat(entries.getFirst().findings())
          .filteredOn(finding -> finding.rule().equals("mechanism"))
          .extracting(Finding::points)
          .containsExactly("U+02BC", "U+002F", "U+002F");
      Gateways.await(() -> gateway.log.toString().contains("\"end\":\"answered\""));
      assertThat(gateway.log.toString())
          .contains("\"path\":\"/v1/messages\"", "\"status\":\"200\"")
          .doesNotContain("secret", "Today");
    }
  }

  @Test
  void canonicaliseDeliversTheUsualCharacters() throws IOException {
    try (Gateways gateway = open(Mode.CANONICALISE);
        Socket client = gateway.connect()) {
      post(client, bytes(MARKED));
      assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");
      post(client, bytes(CLEAN));
      assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");

      assertThat(heard).containsExactly(bytes(CLEAN), bytes(CLEAN));
      assertThat(entries.getFirst().changes()).hasSize(3);
    }
  }

  @Test
  void blockSaysWhyInTheToolsOwnTongueAndTheConnectionStays() throws IOException {
    try (Gateways gateway = open(Mode.BLOCK);
        Socket client = gateway.connect()) {
      post(client, bytes(MARKED));
      assertThat(until(client.getInputStream(), "\"req_01\"}"))
          .startsWith("HTTP/1.1 403 Forbidden")
          .contains(
              "{\"type\":\"error\",\"error\":{\"type\":\"permission_error\",\"message\":\"Candor")
          .contains("blocked by the rule mechanism", "Use instead");
      post(client, bytes(CLEAN));
      assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");

      assertThat(heard).containsExactly(bytes(CLEAN));
    }
  }

  @Test
  void aRulingSeesToolVersionAndDialect() throws IOException {
    Ruling ruling =
        facts ->
            facts.tool().equals(Optional.of(new Tool("claude-cli", "2.1.91")))
                    && facts.dialect().equals(Optional.of("anthropic-messages"))
                    && facts.upstream().equals("up")
                ? new Decision.Refuse(
                    "no-marks", "2.1.91 marks its requests.", "claude-code 2.1.198 or newer")
                : new Decision.Pass(Mode.OBSERVE);
    try (Gateways gateway = open(ruling);
        Socket client = gateway.connect()) {
      post(client, bytes(CLEAN));

      assertThat(RawServer.text(client.getInputStream().readAllBytes()))
          .contains(
              "Candor gateway: blocked by the rule no-marks: 2.1.91 marks its requests. Use instead:"
                  + " claude-code 2.1.198 or newer.");
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void whateverIsSentTheUpstreamGetsTheSame() throws IOException {
    Random random = new Random(7);
    try (Gateways gateway = open(Mode.OBSERVE);
        Socket client = gateway.connect()) {
      for (int i = 0; i < 200; i++) {
        byte[] body = new byte[random.nextInt(1 << random.nextInt(17))];
        random.nextBytes(body);
        post(client, body);
        assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");
        assertThat(Sha256.hex(heard.getLast())).isEqualTo(Sha256.hex(body));
      }
    }
  }
}
