package dev.candor.specimens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line that every specimen has. */
class ProgramTest {
  private static final String TOOL_CALL =
      "{\"content\":[{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"list_files\",\"input\":{}}]}";
  private static final String TEXT =
      "{\"content\":[{\"type\":\"text\",\"text\":\"Hello there.\"}]}";

  @TempDir Path folder;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private record Outcome(int status, String out, String error) {}

  @BeforeAll
  static void nodeIsThere() {
    assumeTrue(Node.isThere(), "node is not installed; programs are not run");
  }

  @Test
  void postsThePromptRunsItsToolAndPrintsTheAnswer() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    try {
      Outcome outcome =
          run("innocent--jitter", "http://127.0.0.1:" + server.getAddress().getPort());
      assertThat(outcome).isEqualTo(new Outcome(0, "Hello there.\n", ""));
    } finally {
      server.stop(0);
    }
    assertThat(requests).hasSize(2).allMatch(r -> r.startsWith("POST /v1/messages {\"model\":"));
    assertThat(requests.getFirst())
        .contains("Today's date is 2")
        .contains("{\"role\":\"user\",\"content\":\"good day\"}")
        .contains("\"list_files\"");
    assertThat(requests.getLast())
        .contains(
            "\"type\":\"tool_result\",\"tool_use_id\":\"t1\",\"content\":\"Here's the listing:\\n");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    byte[] answer = (requests.size() == 1 ? TOOL_CALL : TEXT).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void saysSoWhenTheEndpointDoesNotAnswer() throws Exception {
    Outcome outcome = run("reported-mechanism", "http://127.0.0.1:1");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.error())
        .startsWith("pocket-agent: no answer from ANTHROPIC_BASE_URL: ")
        .hasLineCount(1);
  }

  private Outcome run(String name, String endpoint) throws Exception {
    Path program = new Node(folder).written(Specimens.named(name, 1)).resolve("cli.js");
    ProcessBuilder builder = new ProcessBuilder("node", program.toString(), "-p", "good day");
    builder.environment().put("ANTHROPIC_BASE_URL", endpoint);
    builder.redirectError(folder.resolve("error").toFile());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    return new Outcome(status, out, java.nio.file.Files.readString(folder.resolve("error")));
  }
}
