package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.core.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatTest {
  @Test
  void aScanIsAskedForAgainAsItWas() {
    assertThat(
            Repeat.of(Reports.empty(), List.of("scan", "npm:@scope/tool", "--platform=linux-x64")))
        .containsExactly(
            new Repeat(
                "The whole report",
                "candor scan pkg:npm/%40scope/tool@1.2.3 --platform=linux-x64"));
  }

  @Test
  void anExperimentIsRepeatedWithItsSeedAndEachSymbolWithOneRun() {
    Report report = Reports.audited(Shown.nothing().signal(Form.FORMAT, Shown.ASKING).observed());

    assertThat(Repeat.of(report, List.of("audit", "npm:x", "--budget=40", "--prompt=say it's on")))
        .containsExactly(
            new Repeat(
                "The whole experiment",
                "candor audit pkg:npm/%40scope/tool@1.2.3 --budget=40 '--prompt=say it'\\''s on'"
                    + " --seed=7"),
            new Repeat(
                "One run that sends / U+002F SOLIDUS",
                "candor record pkg:npm/%40scope/tool@1.2.3 --set=timezone=Asia/Tokyo"
                    + " '--prompt=say it'\\''s on'"),
            new Repeat(
                "One run that sends - U+002D HYPHEN-MINUS",
                "candor record pkg:npm/%40scope/tool@1.2.3 --set=timezone=America/St_Johns"
                    + " '--prompt=say it'\\''s on'"));
  }

  @Test
  void theSeedThatWasAskedForIsSaidOnce() {
    Report report = Reports.audited(Shown.nothing().observed());
    assertThat(Repeat.of(report, List.of("audit", "npm:x", "--seed=7")).getFirst().command())
        .isEqualTo("candor audit pkg:npm/%40scope/tool@1.2.3 --seed=7");
  }

  @Test
  void whereItIsNotKnownHowItWasAskedForItIsTakenFromTheReport() {
    assertThat(Repeat.of(Reports.empty(), List.of()).getFirst().command())
        .isEqualTo("candor scan pkg:npm/%40scope/tool@1.2.3");
  }

  /** Where it lies on somebody's machine does not belong into a report. */
  @Test
  void somethingLocalIsNamedWithoutItsFolder() {
    Report local =
        Report.ofScan(
            new Subject("pkg:generic/tool", Optional.empty()),
            List.of(),
            Reports.empty().findings(),
            List.of(),
            new Engine("1.0", "25"),
            Reports.NOON);
    assertThat(Repeat.of(local, List.of("scan", "/home/somebody/tool")).getFirst().command())
        .isEqualTo("candor scan ./tool");
  }
}
