package dev.candor.lab.inference;

import static dev.candor.lab.inference.Experiment.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Form;
import dev.candor.lab.inference.Experiment.Run;
import dev.candor.wire.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Marks among noise, and factors that vary along. */
class NoisyTest {
  @Test
  void findsAMarkOfTheSecondRequestThoughAFifthOfTheTrialsCrash() {
    Random random = new Random(6);
    Inference found =
        new Experiment(
                (_, run) -> {
                  if (random.nextInt(8) == 0) {
                    run.post("updates.example.net", "/latest", List.of(), "");
                  }
                  List<Header> headers =
                      new ArrayList<>(List.of(Run.header("A", "1"), Run.header("B", "2")));
                  Collections.shuffle(headers, random);
                  headers.add(
                      Run.header(
                          "X-Id", new UUID(random.nextLong(), random.nextLong()).toString()));
                  run.post(
                      run.level("endpoint"),
                      "/v1/messages",
                      headers,
                      Run.prompt(
                          "Today is " + run.day() + ".\nBuild " + random.nextInt(9999) + "."));
                  if (random.nextInt(5) > 0) {
                    String mark = run.level("timezone").equals(SHANGHAI) ? "’" : "'";
                    run.ask(
                        Map.of(),
                        Run.prompt("Today is " + run.day() + ".\nDon" + mark + "t guess.")
                            .replace("\"hi\"", "\"hi\",\"again\":[1,2,3]"));
                  }
                })
            .with(14)
            .each(7, "timezone", SHANGHAI, "Asia/Tokyo", "Europe/Berlin", "America/Lima")
            .each(4, "username", "kirsten", "li")
            .infer();
    assertThat(found.signals()).hasSize(1);
    Signal signal = found.signals().getFirst();
    assertThat(signal.factors()).containsExactly("timezone");
    assertThat(signal.form()).isEqualTo(Form.LOOKALIKE);
    assertThat(signal.carrier().request()).isEqualTo("POST /v1/messages #2");
    assertThat(signal.significance().trials()).isLessThan(50);
  }

  @Test
  void doesNotBlameAFactorThatVariedAlong() {
    Inference found =
        new Experiment((_, run) ->
            run.ask(
                Map.of(),
                Run.prompt(
                    "Be" + (run.level("timezone").equals(SHANGHAI) ? "  " : " ") + "brief.")))
            .with(10)
            .with(4, "timezone", SHANGHAI, "username", "xiaoming")
            .with(4, "timezone", SHANGHAI)
            .with(2, "username", "xiaoming")
            .infer();
    assertThat(found.signals())
        .extracting(Signal::factors, Signal::form)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Set.of("timezone"), Form.FORMAT));
  }

  @Test
  void tellsASeparatorFromTheDayThatChangesWithTheLocaleToo() {
    // zh_CN writes days with slashes by itself; here it is the only one that leaves ISO's form.
    Inference found =
        new Experiment(
                (_, run) -> {
                  String day = run.day().toString();
                  boolean mark = run.level("locale").startsWith("zh_CN");
                  run.ask(
                      Map.of(),
                      Run.prompt("Today is " + (mark ? day.replace('-', '/') : day) + ". Go."));
                })
            .with(10)
            .each(4, "locale", "zh_CN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8")
            .infer();
    assertThat(found.signals())
        .extracting(Signal::factors, Signal::form)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Set.of("locale"), Form.FORMAT));
  }

  @Test
  void findsMembersInAnotherOrderSpacingAndSpellingOfNumbers() {
    Inference found =
        new Experiment(
                (_, run) -> {
                  boolean mark = run.level("hostname").equals("build-7");
                  String number = run.level("username").equals("li") ? "1.0" : "1";
                  String space = run.level("ci").equals("github") ? " " : "";
                  run.ask(
                      Map.of(),
                      mark
                          ? "{\"b\":2,\"temperature\":" + number + "}"
                          : "{\"temperature\":" + space + number + ",\"b\":2}");
                })
            .with(14)
            .each(4, "hostname", "build-7", "orchid")
            .each(4, "username", "li", "kirsten")
            .each(4, "ci", "github")
            .infer();
    assertThat(found.signals())
        .extracting(Signal::factors, Signal::form)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Set.of("hostname"), Form.ORDER),
            org.assertj.core.groups.Tuple.tuple(Set.of("username"), Form.NUMERIC),
            org.assertj.core.groups.Tuple.tuple(Set.of("ci"), Form.FORMAT));
  }
}
