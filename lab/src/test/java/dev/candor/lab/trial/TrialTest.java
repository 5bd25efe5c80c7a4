package dev.candor.lab.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.candor.core.InputException;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.ReceiptSearch;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomPlan;
import dev.candor.lab.room.RoomResult.End;
import dev.candor.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small program of our own as the tool: what it says of its world comes back as a recording. */
class TrialTest {
  /** Sends what it knows of its world to the endpoint, and to a port where nobody listens. */
  private static final String TELLER =
      """
      import java.net.*;
      import java.net.http.*;
      import java.nio.file.*;
      public class Teller {
        public static void main(String[] arguments) throws Exception {
          String body = "{\\"zone\\": \\"" + java.util.TimeZone.getDefault().getID() + "\\", \\"user\\": \\""
              + System.getProperty("user.name") + "\\", \\"folder\\": \\"" + System.getProperty("user.dir")
              + "\\", \\"host\\": \\"" + Files.readString(Path.of("/etc/hostname")).strip()
              + "\\", \\"asked\\": \\"" + arguments[0] + "\\"}";
          HttpClient.newHttpClient().send(
              HttpRequest.newBuilder(URI.create(System.getenv("MODEL") + "/tell"))
                  .header("X-Key", System.getenv("MODEL_KEY"))
                  .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
              HttpResponse.BodyHandlers.ofString());
          try {
            new Socket("203.0.113.9", 4711);
          } catch (ConnectException e) {
            System.out.print("refused");
          }
        }
      }
      """;

  private static @Nullable Lab lab;

  @BeforeAll
  static void open() {
    try {
      lab = Lab.open();
    } catch (InputException e) {
      Assumptions.assumeTrue(false, e.getMessage());
    }
  }

  @AfterAll
  static void close() {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void recordsWhatATellerTellsOfItsWorld() throws Exception {
    Staging.Staged staged = teller().in(world());
    TrialResult result = run(staged);

    assertThat(new String(result.room().output(), UTF_8)).isEqualTo("refused");
    assertThat(result.room().end()).isEqualTo(End.EXITED);
    assertThat(result.exchanges()).hasSize(1);
    Exchange exchange = result.exchanges().getFirst();
    assertThat(exchange.host()).isEqualTo("10.44.0.1");
    assertThat(exchange.request().header("x-key")).contains(Staging.KEY);
    assertThat(new String(exchange.request().body().bytes(), UTF_8))
        .isEqualTo(
            "{\"zone\": \"Asia/Urumqi\", \"user\": \"quillon\", \"folder\":"
                + " \"/home/quillon/a folder\", \"host\": \"wrenfield-4c1d\", \"asked\": \"say 'hi'\"}");
    assertThat(result.unanswered().connections()).isEqualTo(1);
  }

  @Test
  void findsTheFactsOfTheEnvironmentInWhatWasSent() throws Exception {
    Staging.Staged staged = teller().in(world());
    Receipt receipt =
        new ReceiptSearch(request -> request.body().bytes())
            .of(run(staged).exchanges(), List.of(), staged.facts());

    assertThat(receipt.entries())
        .extracting(entry -> entry.fact().factor() + " in " + entry.where())
        .contains(
            "timezone in body /zone",
            "username in body /user",
            "workdir in body /folder",
            "hostname in body /host");
  }

  @Test
  void runsManyTrialsAtOnceWithoutMixingThem() throws Exception {
    List<Future<String>> said = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        String name = "machine-" + i;
        said.add(threads.submit(() -> hostSaid(name)));
      }
    }
    for (int i = 0; i < 8; i++) {
      assertThat(said.get(i).get()).contains("\"machine-" + i + "\"");
    }
  }

  private static String hostSaid(String name) throws Exception {
    TrialResult result = run(teller().in(world().with("hostname", name)));
    return new String(result.exchanges().getFirst().request().body().bytes(), UTF_8);
  }

  @Test
  void recordsWhatWasSaidLast() throws Exception {
    TrialResult result =
        run(
            shell(
                    """
                    exec bash -c 'for i in $(seq 20); do
                      exec 3<>/dev/tcp/198.51.100.4/80
                      printf "GET /$i HTTP/1.1\\r\\nHost: last.example.test\\r\\n\\r\\n" >&3
                    done
                    exec 4<>/dev/tcp/198.51.100.4/80
                    printf "POST /half HTTP/1.1\\r\\nHost: last.example.test\\r\\nContent-Length: 9\\r\\n\\r\\nhalf" >&4'
                    """)
                .in(Environment.base()));
    assertThat(result.exchanges()).hasSize(21);
    assertThat(result.exchanges())
        .extracting(exchange -> exchange.request().target())
        .contains("/1", "/20", "/half");
  }

  @Test
  void runsTheSetUpFirstAndNotTheToolWhereItFails() throws Exception {
    Recipe recipe =
        recipe(List.of(List.of("tool", "-c", "printf one-; printf two-")), "printf three");
    assertThat(output(recipe)).isEqualTo("one-two-three");
    Recipe failing = recipe(List.of(List.of("tool", "-c", "printf one; exit 7")), "printf three");
    assertThat(output(failing)).isEqualTo("one");
  }

  private static String output(Recipe recipe) throws Exception {
    return new String(run(shell(recipe).in(Environment.base())).room().output(), UTF_8);
  }

  private static Staging shell(String script) {
    return shell(recipe(List.of(), script));
  }

  private static Staging shell(Recipe recipe) {
    return new Staging(
        recipe,
        new Staging.Program(List.of(), List.of(), List.of("/bin/sh")),
        "hi",
        Bounds.DEFAULT);
  }

  private static TrialResult run(Staging.Staged staged) throws Exception {
    return Objects.requireNonNull(lab).run(staged.trial());
  }

  private static Environment world() {
    return Environment.base()
        .with("endpoint", "http://10.44.0.1")
        .with("timezone", "Asia/Urumqi")
        .with("workdir", "~/a folder");
  }

  private static Staging teller() {
    String java = System.getProperty("java.home");
    assumeThat(java).doesNotStartWith("/nix");
    return new Staging(
        recipe(List.of(), "{prompt}"),
        new Staging.Program(
            List.of(new RoomPlan.Bind(java, "/opt/java")),
            List.of("/opt/java/bin"),
            List.of("java", "-XX:TieredStopAtLevel=1", "/home/quillon/Teller.java")),
        "say 'hi'",
        Bounds.DEFAULT);
  }

  private static Recipe recipe(List<List<String>> setup, String argument) {
    boolean shell = !argument.equals("{prompt}");
    return new Recipe(
        "teller",
        "pkg:generic/teller",
        Optional.empty(),
        setup,
        shell ? List.of("teller", "-c", argument) : List.of("teller", argument),
        Optional.empty(),
        Optional.of(new Recipe.Endpoint("MODEL", "")),
        Optional.of("MODEL_KEY"),
        Map.of(),
        Map.of("~/Teller.java", TELLER),
        List.of());
  }
}
