package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tools of our own, which do what tools do when nothing comes of it. */
@ExtendWith(OwnHome.class)
class RecordCommandTest {
  @TempDir private Path folder;

  @Test
  void aToolThatAsksItsModelIsConclusive() throws Exception {
    Screen screen = new Run(SampleTool.bash(ASK)).on(Screen.piped());

    assertThat(screen.out())
        .startsWith("sample sent 1 request to 1 host in a closed room\n")
        .contains("POST http://models.larkspur-yard.example.net/v1/chat/completions");
    assertThat(screen.err()).isEmpty();
  }

  @Test
  void aToolThatHangsIsEndedAndWhatItSentIsShown() throws Exception {
    Run run = new Run(SampleTool.bash(ASK + "echo waiting for more\nsleep 1000\n"));

    assertThat(inconclusive(run, "--time", "2"))
        .contains(
            "sent 1 request to 1 host",
            "The tool did not end by itself; it was ended after 2.",
            "it last wrote \"waiting for more\"",
            "ended by us, out of time,",
            "/v1/chat/completions")
        .doesNotContain("asked no model");
  }

  @Test
  void aToolThatCrashesIsToldWithItsSignalAndWhatItWroteLast() throws Exception {
    assertThat(inconclusive(new Run(SampleTool.bash(ASK + "echo broken >&2\nkill -ABRT $$\n"))))
        .contains("The tool ended with status 134 (SIGABRT)", "broken", "/v1/chat/completions");
  }

  @Test
  void aToolThatFailsIsToldWithItsStatus() throws Exception {
    assertThat(inconclusive(new Run("#!/bin/sh\necho no such model >&2; exit 7\n")))
        .contains("The tool ended with status 7", "it last wrote \"no such model\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ;; ",
      quoteCharacter = '`',
      value = {
        "printf 'Trust the files here? [y/N] '; read a || exit 0 ;; Trust the files here? [y/N]",
        "echo; printf 'Your name: '; read a; exit 0 ;; Your name:",
        "echo 'Error: Raw mode is not supported' >&2; exit 1 ;; Raw mode is not supported",
        "echo 'stdin is not a TTY'; exit 1 ;; stdin is not a TTY",
        "echo 'Press ENTER to go on'; read a; sleep 9 ;; Press ENTER to go on",
      })
  void aToolThatAsksItsUserIsToldSo(String script, String question) throws Exception {
    assertThat(inconclusive(new Run("#!/bin/sh\n" + script + "\n"), "--time", "2"))
        .contains("It asked no model, and seems to wait for a person: \"", question)
        .contains("Nobody is there to answer");
  }

  @Test
  void aToolThatFloodsItsOutputIsEnded() throws Exception {
    assertThat(inconclusive(new Run(SampleTool.bash(ASK + "yes candor\n"))))
        .contains(
            "because it wrote too much.",
            "ended by us, too much output,",
            "more lines; --all shows them",
            "/v1/chat/completions");
  }

  @ParameterizedTest
  @CsvSource({
    "Not logged in. Please run /login",
    "Please sign in with your account first",
    "No API key was found",
    "401 Unauthorized",
  })
  void aToolThatWantsALogInIsToldSo(String said) throws Exception {
    assertThat(inconclusive(new Run("#!/bin/sh\necho '%s'; exit 0\n".formatted(said))))
        .contains("It asked no model, and seems to want a log-in: \"" + said + '"');
  }

  @Test
  void aToolWithAnUnknownDialectIsShownWithWhatItSent() throws Exception {
    assertThat(
            inconclusive(
                new Run(
                    SampleTool.bash(
                        request("POST /rpc", "models.larkspur-yard.example.net", "from quillon")))))
        .contains(
            "None of its requests is of a dialect that Candor knows.",
            "username",
            "quillon",
            "POST /rpc, body, plain",
            "answered by nothing known with 200");
  }

  @Test
  void aToolThatSendsNothingIsToldSo() throws Exception {
    assertThat(inconclusive(new Run("#!/bin/sh\ntrue\n")))
        .startsWith("inconclusive: sample sent nothing in a closed room\nIt sent nothing.\n");
  }

  @Test
  void aToolThatOnlyAsksForNamesIsToldWithThem() throws Exception {
    assertThat(inconclusive(new Run("#!/bin/sh\ngetent hosts tell.example.org; true\n")))
        .contains("It sent nothing, but asked for the address of tell.example.org.");
  }

  @Test
  void aToolWhoseInterpreterIsMissingIsToldWithWhatTheSystemSaid() throws Exception {
    assertThat(inconclusive(new Run("#!/opt/nowhere/bin/tool\n")))
        .contains("The tool ended with status 127", "No such file or directory");
  }

  @Test
  void whatIsNoProgramIsRefused() throws Exception {
    assertThat(refused(new Run("just text\n")))
        .contains("is neither an npm package (.tgz) nor a program that Linux can execute");
  }

  @Test
  void aProgramWithoutARecipeIsRefusedAndTheWayOutIsNamed() throws Exception {
    Screen screen = Screen.piped();
    Path tool = Files.writeString(folder.resolve("tool"), "#!/bin/sh\ntrue\n");

    assertThat(screen.run("record", tool.toString(), "--offline")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("There is no recipe for pkg:generic/tool", "--recipe FILE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--set | colour=red | There is no factor colour. The factors are ci,",
        "--set | timezone=Mars/Olympus | There is no time zone Mars/Olympus",
        "--set | uid=-1 | not a user id",
        "--set | timezone | --set timezone lacks a level. Write --set FACTOR=LEVEL",
        "--set | =red | lacks a level",
        "--set | variable:=red | not the name or value of an environment variable",
        "--time | 0 | --time takes 1 to 3600 seconds.",
        "--time | 3601 | --time takes 1 to 3600 seconds.",
        "--time | soon | 'soon' is not an int",
        "--format | sarif | There is no format sarif of a recording. Write --format with one of: json",
        "--har | missing/run.har | there is no folder",
        "--json | missing/run.json | there is no folder",
        "--output | missing/run.txt | there is no folder",
        "--registry | nowhere | is not the address of a registry",
      })
  void aMistakeIsToldBeforeTheToolIsTouched(String option, String value, String message)
      throws Exception {
    String inFolder = value.startsWith("missing/") ? folder.resolve(value).toString() : value;

    // What is no program would be the complaint if anything were done first.
    Path tool = Files.writeString(folder.resolve("tool"), "just text\n");
    Screen screen = Screen.piped();
    int status = screen.run("record", tool.toString(), "--offline", option, inFolder);

    assertThat(screen.err()).startsWith("candor: ").contains(message);
    assertThat(status).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void aFolderOfAPackageIsRunByAGuessWhichSaysSo() throws Exception {
    Path tool = Files.createDirectory(folder.resolve("package"));
    Files.writeString(
        tool.resolve("package.json"),
        "{\"name\": \"sample\", \"version\": \"1.0.0\", \"bin\": {\"sample\": \"tool.sh\"}}");
    Files.writeString(tool.resolve("tool.sh"), "#!/bin/sh\necho \"asked $*\"\n");
    Screen screen = Screen.piped();

    assertThat(screen.run("record", tool.toString(), "--offline"))
        .isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out())
        .contains("- asked -p hi", "There is no recipe for this tool; how it is run was guessed.");
  }

  @Test
  void helpNamesItsFormats() {
    Screen screen = Screen.piped();

    assertThat(screen.run("record", "--help")).isZero();
    assertThat(screen.out())
        .contains("--set=FACTOR=LEVEL", "One of: json, terminal.")
        .doesNotContain("sarif");
  }

  @Test
  void aRecipeWithAnUnknownKeyIsRefusedWithTheKnownOnes() throws Exception {
    Run run = new Run("#!/bin/sh\ntrue\n");
    Files.writeString(run.tool.recipe(), "comand: [sample]\n");

    assertThat(refused(run)).contains("\"comand\"", "answers, api, command");
  }

  @Test
  void aRecipeThatIsNotThereIsRefused() throws Exception {
    Run run = new Run("#!/bin/sh\ntrue\n");
    Files.delete(run.tool.recipe());

    assertThat(refused(run)).contains("recipe.yaml");
  }

  @Test
  void nothingIsWrittenWhereTheRunWasRefused() throws Exception {
    Run run = new Run("just text\n");

    refused(run, "--har", folder.resolve("run.har").toString());
    refused(run, "--json", folder.resolve("run.json").toString());

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(run.tool.file(), run.tool.recipe());
    }
  }

  @Test
  void theHarSatisfiesItsSchemaAndHoldsWhatWasSent() throws Exception {
    Path har = folder.resolve("run.har");
    Path json = folder.resolve("run.json");
    Screen screen = Screen.piped();
    Run run = new Run(SampleTool.bash(ASK));

    assertThat(run.status(screen, "--har", har.toString(), "--json", json.toString())).isZero();

    assertThat(screen.out()).isEmpty();
    String text = Files.readString(har);
    try (var schema =
        Files.newInputStream(
            Path.of("../wire/src/test/resources/dev/candor/wire/har/har-1.2.schema.json"))) {
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                  .getSchema(schema)
                  .validate(text, InputFormat.JSON))
          .isEmpty();
    }
    JsonNode log = JsonMapper.shared().readTree(text).at("/log");
    assertThat(log.at("/entries/0/request/postData/text").asString()).isEqualTo(QUESTION);
    assertThat(log.at("/_environment/username").asString()).isEqualTo("quillon");
    JsonNode recording = JsonMapper.shared().readTree(Files.readAllBytes(json));
    assertThat(recording.at("/requests/0/answered").asString()).isEqualTo("openai-chat");
    assertThat(recording.at("/texts/0/text").asString()).isEqualTo("good day");
  }

  @Test
  void theHarOnStandardOutputSendsTheReportElsewhere() throws Exception {
    Screen screen = Screen.piped();
    Run run = new Run(SampleTool.bash(ASK));

    assertThat(run.status(screen, "--har", "-")).isZero();

    assertThat(JsonMapper.shared().readTree(screen.out()).at("/log/entries").size()).isEqualTo(1);
    assertThat(screen.err()).startsWith("sample sent 1 request to 1 host in a closed room\n");
    assertThat(refused(run, "--har", "-", "--json", "-"))
        .contains("--har and --json both write to standard output.");
  }

  @Test
  void aFactorAndThePromptReachTheTool() throws Exception {
    Run run = new Run("#!/bin/sh\necho \"zone $TZ, asked $1, key ${MODEL_KEY%%-*}\"; exit 1\n");

    assertThat(inconclusive(run, "--set", "timezone=Asia/Urumqi", "--prompt", "say it"))
        .contains("- zone Asia/Urumqi, asked say it, key sk")
        .contains("the base environment but for timezone=Asia/Urumqi");
  }

  private static final String QUESTION =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"good day\"}]}";

  private static final String ASK =
      request("POST /v1/chat/completions", "models.larkspur-yard.example.net", QUESTION);

  /** Sends by bash alone, which every room has where the host does, and reads the answer. */
  private static String request(String line, String host, String body) {
    return """
    exec 3<>/dev/tcp/%2$s/80
    printf '%%s\\r\\n' '%1$s HTTP/1.1' 'Host: %2$s' 'Content-Type: application/json' \\
      'Content-Length: %4$d' 'Connection: close' '' >&3
    printf '%%s' '%3$s' >&3
    cat <&3 >/dev/null
    """
        .formatted(line, host, body, body.length());
  }

  private static String inconclusive(Run run, String... options) {
    Screen screen = Screen.terminal(Map.of("COLUMNS", "200", "NO_COLOR", "1"));
    assertThat(run.status(screen, options)).isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out()).startsWith("inconclusive: sample sent ");
    return screen.out();
  }

  private static String refused(Run run, String... options) {
    Screen screen = Screen.piped();
    assertThat(run.status(screen, options)).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.out()).isEmpty();
    assertThat(screen.err()).startsWith("candor: ");
    return screen.err();
  }

  /** A tool in one file, with a recipe of its own. */
  private final class Run {
    final SampleTool tool;

    Run(String script) throws IOException {
      tool = SampleTool.write(folder, script);
    }

    int status(Screen screen, String... options) {
      return screen.run(tool.words("record", options).toArray(String[]::new));
    }

    Screen on(Screen screen, String... options) {
      assertThat(status(screen, options)).isZero();
      return screen;
    }
  }
}
