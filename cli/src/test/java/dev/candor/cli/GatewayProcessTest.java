package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as people run it, and what is left of it when it is ended. */
class GatewayProcessTest {
  private static final Pattern FROM = Pattern.compile("  (http://[0-9.:]+/api) goes to ");
  private static final String MARKED = "{\"system\":\"Today\u02bcs date is 2026/07/01.\"}";
  private static final String CLEAN = "{\"system\":\"Today's date is 2026-07-01.\"}";

  @TempDir private Path folder;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private HttpServer upstream;

  @BeforeEach
  void open() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    upstream.setExecutor(task -> Thread.ofVirtual().start(task));
    upstream.createContext(
        "/",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("/slow")) {
              goOn.await();
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    upstream.start();
  }

  @AfterEach
  void end() {
    upstream.stop(0);
  }

  private CandorProcess candor() {
    return new CandorProcess(folder);
  }

  private Process start(String mode, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "gateway",
                "--upstream",
                "api=http://127.0.0.1:" + upstream.getAddress().getPort(),
                "--mode",
                mode,
                "--listen",
                "127.0.0.1:0",
                "--admin",
                "none",
                "--findings",
                folder.resolve("findings").toString()));
    arguments.addAll(List.of(more));
    Process process = candor().start(arguments);
    CandorProcess.await("it listens", () -> candor().out().contains("Findings are kept in"));
    return process;
  }

  private HttpRequest post(String path) throws IOException {
    Matcher from = FROM.matcher(candor().out());
    assertThat(from.find()).isTrue();
    return HttpRequest.newBuilder(URI.create(from.group(1) + path))
        .version(HttpClient.Version.HTTP_1_1)
        .POST(HttpRequest.BodyPublishers.ofString(MARKED))
        .build();
  }

  @Test
  void whatWasAnsweredIsRecordedAlsoWhenItIsKilled() throws Exception {
    Process gateway = start("canonicalise");
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(post("/v1/messages"), HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("ok");
    } finally {
      gateway.destroyForcibly().waitFor();
    }

    assertThat(heard).containsExactly(CLEAN);
    assertThat(Files.readString(folder.resolve("findings/findings-00000001.jsonl")))
        .contains("\"action\":\"changed\"", "claude-code-date, apostrophe")
        .endsWith("}\n");
    Process again = start("observe");
    again.destroyForcibly().waitFor();
    assertThat(folder.resolve("findings/findings-00000002.jsonl")).exists();
  }

  @Test
  void whatWasBegunIsFinishedBeforeItEnds() throws Exception {
    Process gateway = start("observe");
    try (HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> slow =
          client.sendAsync(post("/v1/messages/slow"), HttpResponse.BodyHandlers.ofString());
      CandorProcess.await("it is asked", () -> !heard.isEmpty());

      CandorProcess.signal(gateway, "TERM");
      CandorProcess.await("it drains", () -> candor().err().contains("\"event\":\"draining\""));
      goOn.countDown();

      assertThat(slow.get(60, TimeUnit.SECONDS).body()).isEqualTo("ok");
      assertThat(gateway.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      gateway.destroyForcibly();
    }
    assertThat(gateway.exitValue()).isEqualTo(143); // 128 + SIGTERM
    assertThat(candor().err()).contains("\"event\":\"drained\",\"whole\":\"true\"");
    assertThat(heard).containsExactly(MARKED);
  }

  @Test
  void aPolicyRefusesWhatItDeniesAndIsReadAgainWhenItChanges() throws Exception {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(policy, policy("deny"));
    Process gateway = start("observe", "--policy", policy.toString());
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> refused = client.send(marked(), HttpResponse.BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body())
          .contains(
              "blocked by the rule no-marks: It marks its requests. Use instead:"
                  + " pkg:npm/%40qoder-ai/qodercli.");
      assertThat(heard).isEmpty();

      Files.writeString(policy, "no policy at all");
      CandorProcess.await("it is told", () -> candor().err().contains("\"event\":\"policy-kept\""));
      assertThat(client.send(marked(), HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(403);

      Files.writeString(policy, policy("warn"));
      CandorProcess.await("it is read", () -> candor().err().contains("\"event\":\"policy-read\""));
      assertThat(client.send(marked(), HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("ok");
    } finally {
      gateway.destroyForcibly().waitFor();
    }
    assertThat(candor().err())
        .contains("\"action\":\"deny\",\"rule\":\"no-marks\"")
        .contains("\"action\":\"warn\",\"rule\":\"no-marks\"");
  }

  private static String policy(String action) {
    return """
    schema: candor/policy/v1
    name: what people may use here
    zone: UTC
    rules:
      - id: no-marks
        product: claude-code
        versions: vers:npm/>=2.1.91|<2.1.198
        action: %s
        reason: It marks its requests
        from: 2026-07-10
        replacement: pkg:npm/%%40qoder-ai/qodercli
    """
        .formatted(action);
  }

  private HttpRequest marked() throws IOException {
    return HttpRequest.newBuilder(post("/v1/messages"), (_, _) -> true)
        .header("User-Agent", "claude-cli/2.1.91 (external, cli)")
        .build();
  }
}
