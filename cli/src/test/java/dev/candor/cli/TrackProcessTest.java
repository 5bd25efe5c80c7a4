package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a history when somebody ends {@code candor track} in the middle of it. */
class TrackProcessTest {
  @TempDir private Path folder;

  /** 130 is 128 + SIGINT, as shells have it. */
  @Test
  void whatIsKnownIsToldAndTheSameCommandGoesOn() throws Exception {
    try (LittleRegistry registry = new LittleRegistry("tool")) {
      registry.publish("1.0.0", "2026-04-01T00:00:00.000Z", TrackCommandTest.tgz("P", 0));
      registry.publish("1.0.1", "2026-04-02T00:00:00.000Z", TrackCommandTest.tgz("a", 1));
      registry.holdsBack("1.0.1");
      Process candor = start(registry);
      try {
        CandorProcess.await("the second file is asked for", () -> registry.files().size() == 2);

        CandorProcess.signal(candor, "INT");

        assertThat(candor.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        candor.destroyForcibly();
      }
      assertThat(candor.exitValue()).isEqualTo(130);
      assertThat(candor().err())
          .isEqualTo(
              "candor: Interrupted. The history tells what was known by then; the same command goes"
                  + " on.\n");
      assertThat(candor().out())
          .startsWith("present: a covert flow in 1.0.0\n")
          .contains("not looked at", "It was interrupted; the same command goes on");

      registry.givesOut("1.0.1");
      Process again = start(registry);
      assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(again.exitValue()).as(candor().err()).isEqualTo(ExitStatus.COVERT);
      assertThat(candor().out()).contains("gone in    1.0.1 (2026-04-02 00:00 UTC)");
      assertThat(registry.files()).filteredOn(file -> file.contains("1.0.0")).hasSize(1);
    }
  }

  private Process start(LittleRegistry registry) throws Exception {
    return candor().start(List.of("track", "npm:tool", "--registry", registry.address()));
  }

  private CandorProcess candor() {
    return new CandorProcess(folder);
  }
}
