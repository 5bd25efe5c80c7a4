package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsFindingTest {
  private static final int FARM = 12;
  private static final int OTHERS = 200;

  @TempDir private Path temp;
  private final Screen screen = Screen.piped();

  /** Twelve accounts opened in an hour, on three devices and two payments, in the same minutes. */
  private void write() throws IOException {
    Random random = new Random(3);
    StringBuilder log = new StringBuilder("account,started_at,created_at,device,payment,sketch\n");
    StringBuilder labels = new StringBuilder("account,campaign,kind\n");
    for (int i = 0; i < FARM + OTHERS; i++) {
      boolean farm = i < FARM;
      String account = "u" + i;
      labels.append(account).append(farm ? ",x,campaign\n" : ",,organic\n");
      for (int n = 0; n < 120; n++) {
        int minute = farm ? n * 293 % 1_440 : random.nextInt(1_440);
        log.append(
            "%s,2026-03-%02dT%02d:%02d:00Z,%s,%s,%s,%s%n"
                .formatted(
                    account,
                    1 + n / 5,
                    minute / 60,
                    minute % 60,
                    farm
                        ? "2026-02-01T10:%02d:00Z".formatted(i)
                        : "2025-%02d-%02dT%02d:00:00Z".formatted(1 + i % 12, 1 + i % 28, i % 24),
                    farm ? "farm-" + i % 3 : "d" + i,
                    farm ? "farm-" + i % 2 : "p" + i,
                    farm
                        ? Long.toString((n % 6 + 1) * 0x9E37_79B9_7F4A_7C15L)
                        : Long.toString(random.nextLong())));
      }
    }
    Files.writeString(temp.resolve("log.csv"), log);
    Files.writeString(temp.resolve("labels.csv"), labels);
  }

  @Test
  void withKeptSumsALogThatWasReadGivesTheSameAgain() throws IOException {
    write();
    String[] command = {
      "campaigns",
      "detect",
      temp.resolve("log.csv").toString(),
      "--output",
      temp.resolve("found").toString(),
      "--tables",
      "csv",
      "--sums",
      temp.resolve("sums.duckdb").toString()
    };
    assertThat(screen.run(command)).isEqualTo(ExitStatus.COVERT);
    String first = Files.readString(temp.resolve("found/members.csv"));

    Screen second = Screen.piped();
    assertThat(second.run(command)).isEqualTo(ExitStatus.COVERT);
    assertThat(second.out())
        .isEqualTo(screen.out())
        .contains("1 campaign with 12 of 212 accounts, in 25440 exchanges");
    assertThat(temp.resolve("found/members.csv")).hasContent(first);
  }

  @Test
  void sumsAreNotKeptWithSpark() throws IOException {
    write();
    int status =
        screen.run(
            "campaigns",
            "detect",
            temp.resolve("log.csv").toString(),
            "--output",
            temp.resolve("found").toString(),
            "--engine",
            "spark",
            "--sums",
            temp.resolve("sums.duckdb").toString());
    assertThat(status).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err())
        .contains("--sums is not there with --engine spark. Leave out one of them.");
  }

  @Test
  void aCampaignIsFoundWrittenAndEvaluated() throws IOException {
    write();
    int status =
        screen.run(
            "campaigns",
            "detect",
            temp.resolve("log.csv").toString(),
            "--output",
            temp.resolve("found").toString(),
            "--tables",
            "csv",
            "--memory",
            "500MB");
    assertThat(screen.out())
        .contains("1 campaign with 12 of 212 accounts, in 25440 exchanges")
        .contains("a person has to look at each campaign")
        .contains("the log has no column address");
    assertThat(status).isEqualTo(ExitStatus.COVERT);
    assertThat(Files.readAllLines(temp.resolve("found/members.csv")))
        .hasSize(1 + FARM)
        .first()
        .isEqualTo("account,campaign,score,reasons");
    assertThat(temp.resolve("found/members.csv"))
        .content()
        .contains("shares device farm-0 with 3 others of the campaign; 4 of 212 accounts hold it");
    assertThat(temp.resolve("found/campaigns.csv")).exists();
    assertThat(temp.resolve("found/resold.csv")).exists();

    Screen second = Screen.piped();
    second.run(
        "campaigns",
        "evaluate",
        temp.resolve("log.csv").toString(),
        "--labels",
        temp.resolve("labels.csv").toString(),
        "--members",
        temp.resolve("found/members.csv").toString(),
        "--memory",
        "500MB");
    assertThat(second.out())
        .containsPattern("accounts: precision +1.0000 +0.7575 to 1.0000 +12 of 12")
        .contains("FRAUDAR-like");
  }

  @Test
  void anUnknownFormatOfTablesIsNamed() throws IOException {
    write();
    int status =
        screen.run(
            "campaigns",
            "detect",
            temp.resolve("log.csv").toString(),
            "--output",
            temp.resolve("found").toString(),
            "--tables",
            "xlsx");
    assertThat(status).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("csv, jsonl, parquet");
  }
}
