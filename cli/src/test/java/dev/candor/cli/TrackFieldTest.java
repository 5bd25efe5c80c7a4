package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history of a published tool, whose borders people found by hand. */
@Tag("field")
class TrackFieldTest {
  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void theReportedMechanismCameAndWentWhereItWasReported() {
    Screen screen = Screen.piped();

    int status =
        screen.run(
            "track",
            "npm:@anthropic-ai/claude-code",
            "--from",
            "2.1.85",
            "--to",
            "2.1.205",
            "--platform",
            "linux-x64",
            "--format",
            "json");

    assertThat(status).as(screen.err()).isEqualTo(ExitStatus.COVERT);
    JsonNode json = JsonMapper.shared().readTree(screen.out());
    assertThat(json.at("/periods").size()).isEqualTo(1);
    assertThat(json.at("/periods/0/before/version").asString()).isEqualTo("2.1.90");
    assertThat(json.at("/periods/0/first/version").asString()).isEqualTo("2.1.91");
    assertThat(json.at("/periods/0/first/published").asString()).startsWith("2026-04-03T");
    assertThat(json.at("/periods/0/last/version").asString()).isEqualTo("2.1.197");
    assertThat(json.at("/periods/0/gone/version").asString()).isEqualTo("2.1.198");
    assertThat(json.at("/looked/at").asInt()).isLessThanOrEqualTo(20);
  }
}
