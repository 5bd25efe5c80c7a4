package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published tools in the closed room, by the recipes that come with Candor. What is expected was
 * published, or seen by others before Candor was (docs/real-tools.md).
 */
@Tag("field")
class RecordFieldTest {
  private static final String CLAUDE = "npm:@anthropic-ai/claude-code";
  private static final Pattern DATE = Pattern.compile("Today(.)s date is (\\d{4}.\\d\\d.\\d\\d)");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"@2.1.91", "@2.1.196", "-linux-x64@2.1.196"})
  void aMarkedReleaseMarksTheHostOfAnAiLabAndTheZoneOfShanghai(String version) throws Exception {
    JsonNode run = record(CLAUDE + version, "timezone=Asia/Shanghai", "endpoint=api.deepseek.com");

    assertThat(dates(run))
        .isNotEmpty()
        .allMatch(date -> date.matches("\u02bc \\d{4}/\\d\\d/\\d\\d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@2.1.91", "@2.1.196"})
  void aMarkedReleaseMarksAListedHostByAnotherApostrophe(String version) throws Exception {
    JsonNode run = record(CLAUDE + version, "endpoint=gw.alibaba-inc.com");

    assertThat(dates(run))
        .isNotEmpty()
        .allMatch(date -> date.matches("\u2019 \\d{4}-\\d\\d-\\d\\d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@2.1.91", "@2.1.196", "@2.1.198", "-linux-x64@2.1.198"})
  void nothingIsMarkedWhereThereIsNothingToMark(String version) throws Exception {
    assertThat(dates(record(CLAUDE + version)))
        .isNotEmpty()
        .allMatch(date -> date.matches("' \\d{4}-\\d\\d-\\d\\d"));
  }

  @Test
  void aReleaseWithoutTheMarkMarksNothing() throws Exception {
    JsonNode run =
        record(CLAUDE + "@2.1.198", "timezone=Asia/Shanghai", "endpoint=api.deepseek.com");

    assertThat(dates(run)).isNotEmpty().allMatch(date -> date.matches("' \\d{4}-\\d\\d-\\d\\d"));
  }

  @Test
  void twoAtOnceAreApart() throws Exception {
    List<Future<List<String>>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      runs.add(
          threads.submit(() ->
              dates(
                  record(
                      CLAUDE + "@2.1.91", "timezone=Asia/Shanghai", "endpoint=api.deepseek.com"))));
      runs.add(threads.submit(() -> dates(record(CLAUDE + "@2.1.91"))));
    }
    assertThat(runs.getFirst().get()).isNotEmpty().allMatch(date -> date.startsWith("\u02bc"));
    assertThat(runs.getLast().get()).isNotEmpty().allMatch(date -> date.startsWith("'"));
  }

  /** The zone comes from /etc/localtime, not from TZ; address and commit go in a header. */
  @Test
  void codexTellsZoneAndRepository() throws Exception {
    JsonNode run =
        record(
            "npm:@openai/codex@0.169.0",
            "timezone-variable=Europe/Berlin",
            "timezone-file=Asia/Tokyo");

    assertThat(asked(run, "openai-responses")).isGreaterThanOrEqualTo(2);
    assertThat(receipt(run))
        .anyMatch(told -> told.startsWith("timezone-file Asia/Tokyo"))
        .noneMatch(told -> told.startsWith("timezone-variable Europe/Berlin"))
        .anyMatch(told ->
            told.startsWith("git-remote ") && told.contains(" header x-codex-turn-metadata"))
        .anyMatch(told ->
            told.startsWith("git-history ") && told.contains(" header x-codex-turn-metadata"));
  }

  @Test
  void geminiWritesTheDateOfTheLocale() throws Exception {
    JsonNode run = record("npm:@google/gemini-cli@0.61.0", "locale=zh_CN.UTF-8");

    assertThat(asked(run, "gemini")).isGreaterThanOrEqualTo(2);
    assertThat(texts(run))
        .anyMatch(text -> text.matches("(?s).*\\d{4}\u5e74\\d+\u6708\\d+\u65e5.*"));
  }

  @Test
  void qwenTellsAnotherHostTheEndpoint() throws Exception {
    JsonNode run = record("npm:@qwen-code/qwen-code@0.24.4");

    assertThat(asked(run, "openai-chat")).isGreaterThanOrEqualTo(2);
    assertThat(receipt(run))
        .anyMatch(told ->
            told.startsWith("endpoint models.larkspur-yard.example.net")
                && told.contains(".aliyuncs.com "));
  }

  @Test
  void opencodeTellsTheWorkFolder() throws Exception {
    JsonNode run = record("npm:opencode-ai@1.18.33");

    assertThat(asked(run, "openai-chat")).isGreaterThanOrEqualTo(2);
    assertThat(receipt(run)).anyMatch(told -> told.startsWith("workdir "));
  }

  @Test
  void qodercliTellsTelemetryWhoAndWhereAndSendsBodiesThatNobodyCanRead() throws Exception {
    JsonNode run = record("npm:@qoder-ai/qodercli@1.1.52");

    assertThat(receipt(run))
        .anyMatch(told -> told.startsWith("hostname wrenfield-4c1d"))
        .anyMatch(told -> told.startsWith("timezone America/St_Johns"))
        .anyMatch(told -> told.startsWith("locale en_NZ"));
    assertThat(stream(run, "unreadable")).anyMatch(body -> body.at("/bytes").asInt() > 10_000);
  }

  private JsonNode record(String reference, String... levels) throws IOException {
    Path spaced = Files.createTempDirectory(folder, "a folder ");
    Path json = spaced.resolve("run.json");
    List<String> words = new ArrayList<>(List.of("record", reference, "--json", json.toString()));
    for (String level : levels) {
      words.addAll(List.of("--set", level));
    }
    Screen screen = Screen.piped();
    int status = screen.run(words.toArray(String[]::new));
    assertThat(screen.err()).isEmpty();
    assertThat(status).isZero();
    return JsonMapper.builder().build().readTree(Files.readAllBytes(json));
  }

  /** The apostrophe and the date of each date line. */
  private static List<String> dates(JsonNode run) {
    return texts(run).stream()
        .flatMap(
            text -> DATE.matcher(text).results().map(line -> line.group(1) + " " + line.group(2)))
        .toList();
  }

  private static List<String> texts(JsonNode run) {
    return stream(run, "texts").map(text -> text.at("/text").asString()).toList();
  }

  private static List<String> receipt(JsonNode run) {
    return stream(run, "receipt")
        .map(entry ->
            "%s %s to %s %s"
                .formatted(
                    entry.at("/fact").asString(),
                    entry.at("/value").asString(),
                    entry.at("/destination").asString(),
                    entry.at("/where").asString()))
        .toList();
  }

  private static long asked(JsonNode run, String dialect) {
    return stream(run, "requests")
        .filter(request -> request.at("/answered").asString().equals(dialect))
        .count();
  }

  private static Stream<JsonNode> stream(JsonNode run, String list) {
    return run.path(list).valueStream();
  }
}
