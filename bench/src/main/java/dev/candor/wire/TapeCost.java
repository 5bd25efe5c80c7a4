package dev.candor.wire;

import dev.candor.wire.har.Har;
import dev.candor.wire.har.HarReader;
import dev.candor.wire.tape.Tape;
import dev.candor.wire.tape.Tape.Packing;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes and reads exchanges in each form that there is, through a file, and prints size and time
 * as Markdown. Arguments: how many exchanges, how large a prompt in bytes, how many rounds.
 */
public final class TapeCost {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private TapeCost() {}

  interface Writing {
    void write(List<Exchange> exchanges, OutputStream out) throws IOException;
  }

  interface Reading {
    int read(InputStream in) throws IOException;
  }

  record Form(String name, Writing writing, Reading reading) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("HAR", TapeCost::har, TapeCost::fromHar),
          new Form("HAR, gzip", TapeCost::gzippedHar, in -> fromHar(new GZIPInputStream(in))),
          new Form(
              "tape, plain", (e, out) -> Tape.write(e, out, Packing.PLAIN), TapeCost::fromTape),
          new Form("tape, zstd", (e, out) -> Tape.write(e, out, Packing.ZSTD), TapeCost::fromTape));

  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    int size = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    List<Exchange> exchanges = exchanges(count, size);
    long bodies = exchanges.stream().mapToLong(e -> e.request().body().length()).sum();
    System.out.printf(Locale.ROOT, "%,d exchanges, %.1f MB of prompts%n%n", count, bodies / 1e6);
    System.out.println("| form | MB | of the prompts | write s | read s |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (Form form : FORMS) {
      measure(form, exchanges, bodies, rounds);
    }
  }

  private static void measure(Form form, List<Exchange> exchanges, long bodies, int rounds)
      throws IOException {
    Path file = Files.createTempFile("candor-tape", ".bin");
    double[] writing = new double[rounds];
    double[] reading = new double[rounds];
    try {
      for (int i = 0; i < rounds; i++) {
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
          form.writing.write(exchanges, out);
        }
        long written = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
          if (form.reading.read(in) != exchanges.size()) {
            throw new IllegalStateException(form.name + " lost exchanges");
          }
        }
        writing[i] = (written - start) / 1e9;
        reading[i] = (System.nanoTime() - written) / 1e9;
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.2f %% | %.2f | %.2f |%n",
          form.name,
          Files.size(file) / 1e6,
          100.0 * Files.size(file) / bodies,
          median(writing),
          median(reading));
    } finally {
      Files.delete(file);
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void har(List<Exchange> exchanges, OutputStream out) {
    try (Har har = new Har(out, "0", Map.of())) {
      exchanges.forEach(har::add);
    }
  }

  private static void gzippedHar(List<Exchange> exchanges, OutputStream out) throws IOException {
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      har(exchanges, gzip);
    }
  }

  private static int fromHar(InputStream in) {
    List<Exchange> read = new ArrayList<>();
    HarReader.read("bench.har", in, read::add);
    return read.size();
  }

  private static int fromTape(InputStream in) {
    return Tape.read("bench.tape", in, Tape.Limits.STANDARD).recorded().size();
  }

  /** Prompts of one made-up text, each with a date, a path, an id and a question of its own. */
  private static List<Exchange> exchanges(int count, int size) {
    Random random = new Random(4);
    String[] parts = prose(random, size).split("(?<=\\G.{" + size / 4 + "})", 4);
    List<Header> headers =
        List.of(
            new Header("Host", "api.example.test"),
            new Header("User-Agent", "tool/1.2.3"),
            new Header("Content-Type", "application/json"));
    byte[] answer =
        "data: {\"type\":\"text\",\"text\":\"Done.\"}\n\n"
            .repeat(20)
            .getBytes(StandardCharsets.UTF_8);
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String prompt =
          "{\"model\":\"m\",\"system\":\"%s Today's date is 2026-11-%02d. %s Working folder: /home/u%d/p. %s\",\"id\":\"%016x\",\"messages\":[{\"role\":\"user\",\"content\":\"%s %d\"}]}"
              .formatted(
                  parts[0], 1 + i % 28, parts[1], i % 50, parts[2], random.nextLong(), parts[3], i);
      exchanges.add(exchange(i + 1, headers, prompt, answer));
    }
    return exchanges;
  }

  private static Exchange exchange(int number, List<Header> headers, String prompt, byte[] answer) {
    return new Exchange(
        number,
        new Connection(
            number / 2,
            "10.1.2.3:" + (40_000 + number / 2),
            "10.1.2.3:443",
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Connection.Caller(42, "node"))),
        new Request(
            "POST",
            "https",
            "api.example.test",
            "/v1/messages",
            Protocol.HTTP_1_1,
            headers,
            Body.of(prompt.getBytes(StandardCharsets.UTF_8))),
        Optional.of(new Response(200, headers.subList(2, 3), Body.of(answer))),
        new Timing(
            START.plusMillis(number * 37L),
            Duration.ofNanos(number * 101L),
            Duration.ofMillis(1),
            Duration.ofMillis(2)),
        "anthropic-messages");
  }

  /** Words that were drawn once, some often and most seldom, as in a text. */
  private static String prose(Random random, int size) {
    String[] words = new String[2000];
    for (int i = 0; i < words.length; i++) {
      StringBuilder word = new StringBuilder();
      for (int left = 2 + random.nextInt(8); left > 0; left--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words[i] = word.toString();
    }
    StringBuilder text = new StringBuilder();
    while (text.length() < size) {
      double drawn = random.nextDouble();
      text.append(words[(int) (words.length * drawn * drawn * drawn)]).append(' ');
    }
    return text.substring(0, size);
  }
}
