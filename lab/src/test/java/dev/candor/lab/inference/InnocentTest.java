package dev.candor.lab.inference;

import static dev.candor.lab.inference.Experiment.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Form;
import dev.candor.lab.inference.Experiment.Run;
import dev.candor.wire.Header;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What looks like a signal at first sight and is none. */
class InnocentTest {
  private static Inference infer(java.util.function.Consumer<Run> tool) {
    return new Experiment((_, run) -> tool.accept(run))
        .with(12)
        .each(3, "timezone", SHANGHAI, "Asia/Tokyo", "Europe/Berlin", "America/Lima", "UTC")
        .each(3, "locale", "zh_CN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "en_US.UTF-8")
        .each(3, "hostname", "build-7", "orchid")
        .each(3, "username", "li", "kirsten")
        .infer();
  }

  private static void assertCandid(Inference inference) {
    assertThat(inference.signals()).isEmpty();
    assertThat(inference.candidates()).isEmpty();
  }

  @Test
  void aZoneThatIsStated() {
    Inference found =
        infer(run ->
            run.ask(
                Map.of("X-Zone", run.level("timezone")),
                Run.prompt("The user's time zone is " + run.level("timezone") + ".")));
    assertCandid(found);
    assertThat(found.explained())
        .anyMatch(e ->
            e.factor().equals("timezone")
                && e.form() == Form.PLAIN
                && e.carrier().where().equals("header x-zone"));
  }

  @Test
  void aHostWithAPort() {
    Experiment experiment =
        new Experiment((environment, run) ->
            run.post(
                run.level("endpoint").replaceFirst("^http://", ""),
                "/v1/messages",
                List.of(),
                Run.prompt("You are a tool.")))
            .with(12)
            .each(6, "endpoint", "http://127.0.0.1:8080", "gateway.example.com");
    assertCandid(experiment.infer());
  }

  @Test
  void theDayTheClockAndTheOffsetOfTheZone() {
    assertCandid(
        infer(run -> {
          ZonedDateTime now = ZonedDateTime.ofInstant(run.now(), ZoneId.of(run.level("timezone")));
          run.ask(
              Map.of("X-Time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now)),
              Run.prompt(
                  "It is "
                      + DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' h:mm a", Locale.US)
                          .format(now)
                      + ".\nToday is "
                      + now.toLocalDate()
                      + "."));
        }));
  }

  @Test
  void aDayInTheFormOfTheLocale() {
    Inference found =
        infer(run -> {
          Locale locale =
              Locale.forLanguageTag(
                  run.level("locale").replaceFirst("\\..*", "").replace('_', '-'));
          DateTimeFormatter form =
              DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
          run.ask(Map.of(), Run.prompt("Today is " + form.format(run.day()) + ".\nBe brief."));
        });
    assertCandid(found);
    assertThat(found.explained()).extracting(Explained::form).contains(Form.LOCALISED);
  }

  @Test
  void aNameInAPathThatIsAlsoAWordOfThePrompt() {
    assertCandid(
        infer(run ->
            run.ask(
                Map.of(),
                Run.prompt(
                    "Working in /home/"
                        + run.level("username")
                        + "/work on "
                        + run.level("hostname")
                        + ".\nA little list: li, ul, ol."))));
  }

  @Test
  void randomIdsAndRandomOrder() {
    Random random = new Random(3);
    assertCandid(
        infer(run -> {
          List<Header> headers =
              new ArrayList<>(
                  List.of(Run.header("A", "1"), Run.header("B", "2"), Run.header("C", "3")));
          Collections.shuffle(headers, random);
          headers.add(
              Run.header("X-Id", new UUID(random.nextLong(), random.nextLong()).toString()));
          run.post(
              run.level("endpoint"),
              "/v1/sessions/" + (random.nextInt(900_000) + 100_000) + "/messages",
              headers,
              "{\"id\":" + random.nextInt(1_000_000) + ",\"system\":\"Be brief.\"}");
        }));
  }

  @Test
  void requestsThatSomeTrialsMakeAndRetriesAndCrashes() {
    Random random = new Random(4);
    assertCandid(
        infer(run -> {
          if (random.nextInt(10) == 0) {
            run.post("updates.example.net", "/latest", List.of(), "");
          }
          if (random.nextInt(4) == 0) {
            run.ask(
                Map.of(), "{\"system\":\"Make a title.\",\"messages\":[\"hi\"],\"title\":true}");
          }
          run.ask(Map.of(), Run.prompt("You are an assistant."));
          if (random.nextInt(5) == 0) {
            run.ask(Map.of(), Run.prompt("You are an assistant."));
          }
          if (random.nextInt(5) > 0) {
            run.ask(
                Map.of(),
                Run.prompt("You are an assistant.").replace("\"hi\"", "\"hi\",\"tool\":[1,2]"));
          }
        }));
  }

  @Test
  void atMostOneExperimentInAHundredFindsSomethingWhereNothingIs() {
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Experiment experiment =
          new Experiment((_, run) -> {
            if (random.nextInt(10) == 0) {
              run.post("updates.example.net", "/latest", List.of(), "");
            }
            List<Header> headers =
                new ArrayList<>(List.of(Run.header("A", "1"), Run.header("B", "2")));
            Collections.shuffle(headers, random);
            headers.add(Run.header("X-Id", Long.toHexString(random.nextLong())));
            headers.add(Run.header("X-Coin", random.nextBoolean() ? "heads" : "tails"));
            run.post(
                run.level("endpoint"),
                "/v1/messages",
                headers,
                Run.prompt("Build " + random.nextInt(100_000) + ".\nBe brief."));
            if (random.nextInt(5) > 0) {
              run.ask(Map.of(), Run.prompt("Go on.").replace("\"hi\"", "\"hi\",\"on\":[1]"));
            }
          });
      Inference inference =
          experiment
              .with(10)
              .each(2, "timezone", SHANGHAI, "Asia/Tokyo", "Europe/Berlin")
              .each(2, "locale", "zh_CN.UTF-8", "de_DE.UTF-8")
              .each(2, "hostname", "build-7", "orchid")
              .infer();
      found += inference.signals().isEmpty() ? 0 : 1;
    }
    assertThat(found).isLessThanOrEqualTo(2);
  }

  /** Telemetry says how long the prompt is, which names the user and the host. */
  @Test
  void theLengthOfATextThatIsSentToo() {
    assertCandid(
        infer(run -> {
          String prompt =
              "You help %s on %s.".formatted(run.level("username"), run.level("hostname"));
          run.ask(Map.of(), Run.prompt(prompt));
          run.post(
              "telemetry.example.net",
              "/events",
              List.of(),
              "{\"event\":\"asked\",\"characters\":%d}".formatted(prompt.length()));
        }));
  }

  /** The same number where no such text is sent tells of a name by its length. */
  @Test
  void theLengthOfWhatIsNotSentIsFound() {
    Inference found =
        infer(run ->
            run.post(
                "telemetry.example.net",
                "/events",
                List.of(),
                "{\"event\":\"asked\",\"characters\":%d}"
                    .formatted(5000 + run.level("username").length())));

    assertThat(found.signals())
        .singleElement()
        .satisfies(signal -> assertThat(signal.factors()).containsExactly("username"));
  }

  /** A run that does more needs more memory: how large a number is can be read there. */
  @Test
  void aMeasureThatIsLargerInSomeEnvironments() {
    Random random = new Random(8);
    assertCandid(
        infer(run -> {
          int usual = run.level("locale").equals("zh_CN.UTF-8") ? 120_000_000 : 70_000_000;
          run.post(
              "telemetry.example.net",
              "/events",
              List.of(),
              "{\"heap\":%d}".formatted(usual + random.nextInt(20_000_000)));
        }));
  }

  /** Several words of a sentence differ, and one of them only by itself would be a small swap. */
  @Test
  void anotherSentenceIsNoSwapOfAWord() {
    Inference found =
        infer(run ->
            run.ask(
                Map.of(),
                Run.prompt(
                    "You help. "
                        + (run.level("hostname").equals("orchid")
                            ? "This endpoint or place is on our list: usage is reported to the vendor."
                            : "This endpoint is not on our list of special endpoints or places."))));

    assertThat(found.signals()).isNotEmpty();
    assertThat(found.signals()).allMatch(signal -> signal.form() == Form.PRESENCE);
  }

  /** The same swap of a word by itself is none of that. */
  @Test
  void aWordByItselfIsStillASwap() {
    Inference found =
        infer(run ->
            run.ask(
                Map.of(),
                Run.prompt(
                    "This place is not on our list of %s hosts or places."
                        .formatted(
                            run.level("hostname").equals("orchid") ? "certain" : "special"))));

    assertThat(found.signals())
        .singleElement()
        .satisfies(signal -> assertThat(signal.form()).isEqualTo(Form.WORDING));
  }
}
