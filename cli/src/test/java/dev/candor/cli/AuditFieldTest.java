package dev.candor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.lab.experiment.Journal;
import dev.candor.text.mechanism.MechanismFile;
import dev.candor.wire.content.Content;
import dev.candor.wire.tape.Tape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Audits of published tools. */
@Tag("field")
class AuditFieldTest {
  private static final String CLAUDE = "npm:@anthropic-ai/claude-code";
  private static final Pattern DATE =
      Pattern.compile("Today(.)s date is \\d{4}(.)\\d\\d(.)\\d\\d\\.");

  @TempDir private Path folder;

  /** What the reference says was read in the code, by a person; no trial had a part in it. */
  @ParameterizedTest
  @ValueSource(strings = {"@2.1.91", "-linux-x64@2.1.196"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whatIsSentIsWhatTheReferenceSaysInEveryEnvironmentTried(String version) throws Exception {
    Mechanism reference = MechanismFile.read(Path.of("..", "mechanisms", "claude-code-date.yaml"));
    Screen screen = Screen.piped();

    int status =
        screen.run("audit", CLAUDE + version, "--budget", "40", "--trials", folder.toString());

    assertThat(status).as(screen.err()).isEqualTo(ExitStatus.COVERT);
    Map<Integer, Map<String, String>> environments = environments();
    Map<Integer, List<List<String>>> sent = sent();
    assertThat(sent).hasSizeGreaterThan(30);
    sent.forEach((trial, dates) -> {
      Map<String, String> environment = environments.getOrDefault(trial, Map.of());
      assertThat(dates).as(environment.toString()).containsOnly(expected(reference, environment));
    });
  }

  /** The apostrophe and the two separators. */
  private static List<String> expected(Mechanism reference, Map<String, String> environment) {
    String zone = environment.getOrDefault("timezone-variable", "same");
    Map<String, Optional<String>> levels = new HashMap<>();
    levels.put(
        "timezone",
        Optional.of(zone.equals("same") ? environment.getOrDefault("timezone", "") : zone));
    levels.put("endpoint", Optional.ofNullable(environment.get("endpoint")));
    List<String> symbols = new ArrayList<>();
    for (Mark mark : reference.marks()) {
      symbols.addAll(reference.symbols(mark, reference.truths(levels)));
    }
    return List.of(symbols.getFirst(), symbols.getLast(), symbols.getLast());
  }

  private Map<Integer, Map<String, String>> environments() throws IOException {
    Map<Integer, Map<String, String>> environments = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("trials.jsonl"))) {
      JsonNode trial = JsonMapper.shared().readTree(line);
      Map<String, String> levels = new HashMap<>();
      trial
          .at("/environment")
          .properties()
          .forEach(level -> levels.put(level.getKey(), level.getValue().asString()));
      environments.put(trial.at("/number").asInt(0), levels);
    }
    return environments;
  }

  /** By trial. */
  private Map<Integer, List<List<String>>> sent() throws IOException {
    Map<Integer, List<List<String>>> sent = new HashMap<>();
    Path tape = folder.resolve("trials.tape");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tape))) {
      for (Tape.Recorded one : Tape.read("tape", in, Tape.Limits.STANDARD).recorded()) {
        int trial = Integer.parseInt(one.environment().getOrDefault(Journal.NUMBER, "0"));
        Matcher date =
            DATE.matcher(new String(Content.of(one.exchange().request()).bytes(), UTF_8));
        while (date.find()) {
          sent.computeIfAbsent(trial, _ -> new ArrayList<>())
              .add(List.of(date.group(1), date.group(2), date.group(3)));
        }
      }
    }
    return sent;
  }
}
