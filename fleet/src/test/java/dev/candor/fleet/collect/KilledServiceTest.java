package dev.candor.fleet.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.fleet.collect.store.Fleet;
import dev.candor.fleet.collect.store.Postgres;
import dev.candor.fleet.collect.store.Retention;
import dev.candor.fleet.collect.store.Store;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was acknowledged is lost when the service is killed while many send. */
class KilledServiceTest {
  private static final int ROUNDS = 3;
  private static final int SENDERS = 6;
  private static final int ACKNOWLEDGED_BEFORE_DEATH = 60;

  @TempDir private Path folder;
  private final Token token = Token.create(Token.Purpose.SEND);
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void withAStoreInAFile() throws Exception {
    Path place = folder.resolve("store");
    for (int round = 0; round < ROUNDS; round++) {
      sendUntilDeath(place.toString(), round);
    }
    try (Store store = Store.in(place, Retention.USUAL)) {
      requireAll(store);
    }
  }

  /** In the last round the server of the database dies, too. */
  @Test
  void withAStoreInPostgres() throws Exception {
    try (Postgres postgres = Postgres.in(Files.createDirectory(folder.resolve("postgres")))) {
      String place = postgres.database();
      for (int round = 0; round < ROUNDS; round++) {
        sendUntilDeath(place, round);
      }
      postgres.crash();
      try (Store store = Store.at(place, Optional.empty(), Retention.USUAL)) {
        requireAll(store);
      }
    }
  }

  private void requireAll(Store store) throws IOException {
    Set<String> kept = new TreeSet<>();
    store.eachNewest(line -> {
      Inventory one = InventoryFile.parse("a line", line);
      assertThat(one.installations()).hasSize(2);
      kept.add(one.machine());
    });
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_BEFORE_DEATH);
    assertThat(kept).containsAll(acknowledged);
    assertThat(kept.size()).isLessThanOrEqualTo(acknowledged.size() + ROUNDS * SENDERS);
  }

  private void sendUntilDeath(String place, int round) throws Exception {
    Process process = start(place);
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_DEATH);
    try (BufferedReader out = process.inputReader();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        HttpClient client = HttpClient.newHttpClient()) {
      String address = Optional.ofNullable(out.readLine()).orElse("");
      assertThat(address).as(() -> err()).startsWith("http://");
      List<Future<?>> sending = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        String name = "r%d-s%d-".formatted(round, sender);
        sending.add(senders.submit(() -> sendAll(client, URI.create(address), name, enough)));
      }
      assertThat(enough.await(100, TimeUnit.SECONDS)).isTrue();
      // SIGKILL: no hook runs, and others are in the middle of being received.
      process.destroyForcibly().waitFor();
      for (Future<?> one : sending) {
        one.get();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /** Until nobody answers. */
  private void sendAll(HttpClient client, URI address, String name, CountDownLatch enough) {
    Instant taken = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    for (int i = 0; ; i++) {
      Inventory one = Fleet.look(name + i, taken.toString(), "claude-code@2.1.91", "codex@0." + i);
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("v1/inventories"))
              .timeout(Duration.ofSeconds(60))
              .header("Authorization", "Bearer " + token.secret())
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(Service.json(one)))
              .build();
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 201) {
          acknowledged.add(one.machine());
          enough.countDown();
        }
      } catch (IOException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Process start(String place) throws IOException {
    Path tokens = folder.resolve("tokens");
    Files.writeString(tokens, token.line("test") + "\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ServiceMain.class.getName(),
            place,
            tokens.toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  private String err() {
    try {
      return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
