package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsCommandsTest {
  @TempDir private Path temp;
  private final Screen screen = Screen.piped();

  @Test
  void aLogIsMadeUpWithItsLabels() throws IOException {
    Path out = temp.resolve("log");
    int status =
        screen.run(
            "campaigns",
            "simulate",
            "--output",
            out.toString(),
            "--organic-accounts",
            "200",
            "--exchanges",
            "2000",
            "--campaign-accounts",
            "40",
            "--campaign-exchanges",
            "900",
            "--days",
            "3",
            "--first",
            "2026-05-04",
            "--evasion",
            "dilution",
            "--evasion",
            "jittered-timing",
            "--memory",
            "500MB");
    assertThat(screen.err()).isEmpty();
    assertThat(status).isZero();
    assertThat(out.resolve("exchanges"))
        .isDirectoryContaining(file -> file.endsWith("2026-05-06-01.parquet"));
    assertThat(Files.readAllLines(out.resolve("labels.csv"))).hasSize(241);
    assertThat(out.resolve("simulation.json"))
        .content()
        .contains("\"evasions\": [\"dilution\", \"jittered-timing\"]");
    assertThat(screen.out()).contains("labels  " + out.resolve("labels.csv"));
  }

  @Test
  void textsBecomeSketches() throws IOException {
    Path texts = temp.resolve("texts.jsonl");
    Files.writeString(
        texts,
        "{\"account\":\"a\",\"started_at\":\"2026-05-04T10:00:00Z\",\"prompt\":\"Fix the bug\"}\nno json\n");
    Path rejects = temp.resolve("rejects.csv");
    int status =
        screen.run(
            "campaigns",
            "sketch",
            texts.toString(),
            "--output",
            temp.resolve("log.jsonl").toString(),
            "--text",
            "prompt",
            "--rejects",
            rejects.toString());
    assertThat(status).isZero();
    assertThat(screen.out()).startsWith("rows  1\n");
    assertThat(screen.err())
        .contains("Rows left out: 1\n  1  no well-formed JSON within the bounds");
    assertThat(rejects)
        .hasContent("file,row,reason\n" + texts + ",2,no well-formed JSON within the bounds\n");
    assertThat(temp.resolve("log.jsonl")).content().contains("\"sketch\":").doesNotContain("bug");
  }

  @Test
  void whatCannotBeIsSaidWithTheNextStep() {
    assertThat(screen.run("campaigns", "simulate")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--output");
    assertThat(refused("--evasion", "magic")).contains("There is no evasion magic. Choose of");
    assertThat(refused("--first", "tomorrow")).contains("--first tomorrow is no date");
    assertThat(refused("--memory", "much")).contains("--memory much is no size");
    assertThat(refused("--threads", "0")).contains("--threads 0 cannot be");
    assertThat(refused("--spill", temp.resolve("none").toString())).contains("is no folder");
    assertThat(refused("--days", "1")).contains("1 day cannot be simulated. Give 2 to 366.");
  }

  private static String refused(String option, String value) {
    Screen screen = Screen.piped();
    assertThat(screen.run("campaigns", "simulate", "--output", "unused", option, value))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(Path.of("unused")).doesNotExist();
    return screen.err();
  }
}
