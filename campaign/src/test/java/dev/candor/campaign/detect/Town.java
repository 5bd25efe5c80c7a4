package dev.candor.campaign.detect;

import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A small log made by hand: people, and what they do over thirty days. */
final class Town {
  static final String HEADER =
      "account,started_at,created_at,model,country,address,device,payment,sketch,capability";

  private static final int DAYS = 30;
  private static final int DAY = 86_400;
  private static final long START = 1_772_323_200; // 2026-03-01T00:00:00Z

  private final Random random = new Random(7);

  private final List<String> rows = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  /** People of no connection, each with an own address, device and payment. */
  Town strangers(int count) {
    for (int i = 0; i < count; i++) {
      String id = "stranger" + i;
      person(id, "a-" + id, "d-" + id, "p-" + id, anyDay());
    }
    return this;
  }

  /** Four people with one of each. */
  Town household(String name) {
    for (int i = 0; i < 4; i++) {
      person(name + i, "a-" + name, "d-" + name, "p-" + name, anyDay());
    }
    return this;
  }

  /** One address and payment, own devices, all opened in the same week, own work. */
  Town office(String name, int count) {
    long week = anyDay();
    for (int i = 0; i < count; i++) {
      long opened = week + random.nextInt(5 * DAY);
      person(name + i, "a-" + name, "d-" + name + i, "p-" + name, opened);
    }
    return this;
  }

  /** Behind one exit of a network, and nothing else in common. */
  Town exit(String name, int count) {
    for (int i = 0; i < count; i++) {
      person(name + i, "a-" + name, "d-" + name + i, "p-" + name + i, anyDay());
    }
    return this;
  }

  /** One address, accounts opened within two days, the same exercises in the same hours. */
  Town classroom(String name, int count) {
    long week = START - 3 * DAY;
    for (int i = 0; i < count; i++) {
      String account = name + i;
      long opened = week + random.nextInt(2 * DAY);
      for (int day = 1; day < DAYS; day += 3) {
        for (int task = 0; task < 4; task++) {
          long at = START + (long) day * DAY + 9 * 3_600 + task * 1_200L + random.nextInt(1_200);
          row(
              account,
              at,
              opened,
              "base",
              "a-" + name,
              "d-" + account,
              "p-" + account,
              sketch(name + day + "-" + task),
              "coding");
        }
      }
    }
    return this;
  }

  /**
   * One address and payment, accounts opened in a day; at the bell all begin, each with own texts.
   */
  Town bell(String name, int count) {
    for (int i = 0; i < count; i++) {
      String account = name + i;
      long opened = START - 3 * DAY + random.nextInt(DAY / 4);
      for (int day = 1; day < DAYS; day += 2) {
        for (int lesson = 0; lesson < 3; lesson++) {
          long bell =
              START + (long) day * DAY + (8 + lesson) * 3_600L + (day * 7 + lesson * 13) % 50 * 60L;
          row(
              account,
              bell + random.nextInt(60),
              opened,
              "base",
              "a-" + name,
              "d-" + account,
              "p-" + name,
              Long.toUnsignedString(random.nextLong()),
              "coding");
        }
      }
    }
    return this;
  }

  /** What a campaign does without. */
  enum Evasion {
    PAYMENTS,
    ADDRESSES,
    PROMPTS,
    TIMES
  }

  /** Pools of means, opened within three days, the same prompts in the same minutes, evenly. */
  Town campaign(String name, int count, Set<Evasion> evasions) {
    long opened = START - 20L * DAY;
    long[] beats = new long[DAYS * 20];
    for (int b = 0; b < beats.length; b++) {
      beats[b] = START + (long) b * DAY / 20 + random.nextInt(DAY / 20);
    }
    for (int i = 0; i < count; i++) {
      String account = name + i;
      long created = opened + random.nextInt(3 * DAY);
      long moved = START + 12L * DAY + random.nextInt(7_200);
      String payment = evasions.contains(Evasion.PAYMENTS) ? account : name + i % 5;
      for (long beat : beats) {
        long at =
            evasions.contains(Evasion.TIMES)
                ? beat + random.nextInt(6 * 3_600)
                : beat + random.nextInt(40);
        String address = evasions.contains(Evasion.ADDRESSES) ? account : name + random.nextInt(6);
        String sketch =
            evasions.contains(Evasion.PROMPTS)
                ? Long.toUnsignedString(random.nextLong())
                : sketch(name + "-prompt" + random.nextInt(12));
        if (random.nextInt(10) > 0) {
          row(
              account,
              at,
              created,
              at < moved ? "base" : "next",
              "a-" + address,
              "d-" + name + (i + random.nextInt(2)) % (count / 4),
              "p-" + payment,
              sketch,
              random.nextInt(20) > 0 ? "reasoning" : "coding");
        }
      }
    }
    return this;
  }

  /** One account with many users in two countries. */
  Town resold(String account) {
    for (int user = 0; user < 9; user++) {
      for (int i = 0; i < 200; i++) {
        long at = START + (long) i * 3 * 3_600 + random.nextInt(300);
        names.add(account);
        rows.add(
            "%s,%s,%s,base,%s,a-%s%d,d-%s%d,p-%s,%s,coding"
                .formatted(
                    account,
                    time(at),
                    time(START),
                    user < 4 ? "DE" : "BR",
                    account,
                    user,
                    account,
                    user,
                    account,
                    Long.toUnsignedString(random.nextLong())));
      }
    }
    return this;
  }

  private long anyDay() {
    return START - random.nextInt(700) * (long) DAY - random.nextInt(DAY);
  }

  /** Works at hours of its own, at a volume of its own, on things of its own. */
  private void person(String account, String address, String device, String payment, long opened) {
    int wakes = random.nextInt(24) * 3_600;
    double daily = Math.exp(random.nextGaussian() + 1.5);
    int share = 30 + random.nextInt(70);
    long moved = START + 2L * DAY + random.nextInt(25 * DAY);
    for (int day = 0; day < DAYS; day++) {
      int times = (int) Math.round(daily * random.nextDouble() * 2);
      for (int i = 0; i < times; i++) {
        long at = START + (long) day * DAY + wakes + random.nextInt(9 * 3_600);
        row(
            account,
            at,
            opened,
            at < moved ? "base" : "next",
            address,
            device,
            payment,
            Long.toUnsignedString(random.nextLong()),
            random.nextInt(100) < share ? "coding" : "writing");
      }
    }
    row(
        account,
        START + random.nextInt(DAY),
        opened,
        "base",
        address,
        device,
        payment,
        "",
        "coding");
  }

  private void row(
      String account,
      long at,
      long opened,
      String model,
      String address,
      String device,
      String payment,
      String sketch,
      String capability) {
    names.add(account);
    rows.add(
        String.join(
            ",",
            account,
            time(at),
            time(opened),
            model,
            "DE",
            address,
            device,
            payment,
            sketch,
            capability));
  }

  private static String sketch(String text) {
    return Long.toUnsignedString(new Random(text.hashCode()).nextLong());
  }

  private static String time(long second) {
    return Instant.ofEpochSecond(second).toString();
  }

  List<String> rows() {
    return rows;
  }

  Set<String> named(String prefix) {
    return names.stream()
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Findings detected(Path folder) {
    return detected(folder, HEADER, List.of(rows));
  }

  static Findings detected(Path folder, String header, List<List<String>> files) {
    return detected(files.stream().map(rows -> csv(folder, header, rows)).toList());
  }

  static Findings detected(List<Path> files) {
    try (ExchangeLog log =
        ExchangeLog.open(files, List.of(), Resources.standard(), Instant.now())) {
      return Detection.of(log, Options.STANDARD);
    }
  }

  static Path csv(Path folder, String header, List<String> rows) {
    try {
      Path file = Files.createTempFile(folder, "log", ".csv");
      return Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same log in the format that is read many times as fast. */
  Path parquet(Path folder) {
    Path file = folder.resolve("log.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (
            SELECT * REPLACE (
              CAST(started_at AS TIMESTAMP) AS started_at,
              CAST(created_at AS TIMESTAMP) AS created_at,
              CAST(sketch AS UBIGINT) AS sketch
            )
            FROM read_csv('%s', header = true, all_varchar = true)
          ) TO '%s' (FORMAT parquet)
          """
              .formatted(csv(folder, HEADER, rows), file));
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
