package dev.candor.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.gateway.Entry;
import dev.candor.gateway.Finding;
import dev.candor.gateway.Metrics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final long MUCH = 1 << 20;

  @TempDir Path folder;

  static Entry entry(String client) {
    return new Entry(
        Instant.parse("2026-07-01T00:00:00Z"),
        "passed",
        "anthropic",
        client,
        "anthropic-messages",
        "POST /v1/messages",
        "claude-cli 2.1.91",
        List.of(
            new Finding(
                "mechanism",
                "/system/0/text",
                10,
                13,
                "U+2019",
                "U+0027",
                "Today",
                "s date",
                "",
                false)),
        1,
        List.of(new Entry.Changed("/system/0/text", 10, 13, "U+2019", "U+0027")),
        false);
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  @Test
  void anEntryIsALineOfJson() throws Exception {
    try (Journal journal = new Journal(folder, MUCH, MUCH, new Metrics())) {
      journal.keep(entry("10.0.0.1")).toCompletableFuture().get();

      assertThat(lines())
          .containsExactly(
              """
              {"schema":"candor/gateway-entry/v1","at":"2026-07-01T00:00:00Z","action":"passed",\
              "upstream":"anthropic","client":"10.0.0.1","dialect":"anthropic-messages",\
              "request":"POST /v1/messages","tool":"claude-cli 2.1.91","findingsInAll":1,\
              "findings":[{"rule":"mechanism","pointer":"/system/0/text","start":10,"end":13,\
              "points":"U+2019","usual":"U+0027","before":"Today","behind":"s date","detail":"",\
              "data":false}],"changes":[{"pointer":"/system/0/text","start":10,"end":13,\
              "was":"U+2019","now":"U+0027"}],"codingUndone":false}\
              """);
    }
  }

  @Test
  void aFullFolderKeepsNothingMoreUntilFilesAreMovedAway() throws Exception {
    int line = EntryJson.line(entry("a")).length;
    try (Journal journal = new Journal(folder, 2L * line, line, new Metrics())) {
      journal.keep(entry("a")).toCompletableFuture().get();
      journal.keep(entry("b")).toCompletableFuture().get();

      assertThatThrownBy(() -> journal.keep(entry("c")).toCompletableFuture().get())
          .hasMessageContaining("is full; move its older files away");
      assertThat(journal.trouble()).contains("is full");

      Files.delete(folder.resolve("findings-00000001.jsonl"));
      journal.keep(entry("d")).toCompletableFuture().get();
      assertThat(journal.trouble()).isEmpty();
      assertThat(lines()).hasSize(2).last().asString().contains("\"client\":\"d\"");
    }
  }

  @Test
  void whoeverHandsInWhileItClosesIsToldWhatBecameOfIt() throws Exception {
    List<CompletableFuture<Entry>> handedIn = new ArrayList<>();
    Journal journal = new Journal(folder, MUCH, MUCH, new Metrics());
    Thread closing = Thread.ofPlatform().start(journal::close);
    do {
      handedIn.add(journal.keep(entry("a")).toCompletableFuture());
    } while (closing.isAlive());

    for (CompletableFuture<Entry> one : handedIn) {
      one.handle((kept, failed) -> kept).get(10, TimeUnit.SECONDS);
    }
    assertThat(lines())
        .hasSize((int) handedIn.stream().filter(one -> !one.isCompletedExceptionally()).count());
  }

  @Test
  void aFolderThatIsGoneIsTold() throws Exception {
    Path gone = folder.resolve("gone");
    try (Journal journal = new Journal(gone, MUCH, MUCH, new Metrics())) {
      Files.move(gone, folder.resolve("elsewhere"));

      assertThatThrownBy(() -> journal.keep(entry("a")).toCompletableFuture().get())
          .hasRootCauseInstanceOf(IOException.class);
      assertThat(journal.trouble()).startsWith("Findings cannot be kept");

      Files.move(folder.resolve("elsewhere"), gone);
      journal.keep(entry("b")).toCompletableFuture().get();
      assertThat(journal.trouble()).isEmpty();
    }
  }

  @Test
  void twoGatewaysDoNotShareAFolder() {
    try (Journal journal = new Journal(folder, MUCH, MUCH, new Metrics())) {
      assertThat(journal.trouble()).isEmpty();
      assertThatThrownBy(() -> new Journal(folder, MUCH, MUCH, new Metrics()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("Another gateway keeps its findings");
    }
  }

  @Test
  void anotherStartBeginsAnotherFile() throws Exception {
    for (String client : List.of("a", "b")) {
      try (Journal journal = new Journal(folder, MUCH, MUCH, new Metrics())) {
        journal.keep(entry(client)).toCompletableFuture().get();
      }
    }
    assertThat(folder.resolve("findings-00000002.jsonl")).exists();
    assertThat(lines()).hasSize(2);
  }

  /** A process of its own, which says the number of each entry that is kept, until it is killed. */
  @Test
  void whatIsKeptOutlivesTheProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Keeping.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // A pipe that nobody writes to is read for ever.
    var _ =
        process
            .onExit()
            .orTimeout(60, TimeUnit.SECONDS)
            .whenComplete((_, _) -> process.destroyForcibly());
    List<String> kept = new ArrayList<>();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < 50; i++) {
        kept.add(said.readLine());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }

    List<String> clients =
        lines().stream().map(line -> line.replaceAll(".*\"client\":\"(\\d+)\".*", "$1")).toList();
    assertThat(clients).containsAll(kept);
    try (Journal journal = new Journal(folder, MUCH, MUCH, new Metrics())) {
      journal.keep(entry("again")).toCompletableFuture().get();
    }
  }

  static final class Keeping {
    private Keeping() {}

    public static void main(String[] arguments) throws Exception {
      try (Journal journal = new Journal(Path.of(arguments[0]), MUCH * 100, MUCH, new Metrics())) {
        for (int i = 0; ; i++) {
          journal.keep(entry(Integer.toString(i))).toCompletableFuture().get();
          System.out.println(i);
        }
      }
    }
  }
}
