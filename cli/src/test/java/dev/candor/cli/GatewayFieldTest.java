package dev.candor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageReference;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.core.Sha256;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomPlan;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.Lab;
import dev.candor.lab.trial.Staging;
import dev.candor.lab.trial.Trial;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published tools in the closed room, with the gateway between them and the emulated model. What is
 * said before the gateway and what comes behind it are written down apart from each other.
 */
@Tag("field")
class GatewayFieldTest {
  private static final String MARKED = "npm:@anthropic-ai/claude-code@2.1.91";
  private static final String AI_LAB = "api.deepseek.com";
  private static final Map<String, String> MARKING = Map.of("timezone", "Asia/Shanghai");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Lab lab;

  @BeforeAll
  static void openLab() {
    lab = Lab.open();
  }

  @AfterAll
  static void closeLab() {
    lab.close();
  }

  /**
   * @param sent bodies that the tool said
   * @param got bodies that came to the emulated model's host
   * @param found entries of the gateway's journal
   */
  private record Run(TrialResult trial, List<byte[]> sent, List<byte[]> got, List<JsonNode> found) {
    private static List<String> digests(List<byte[]> bodies) {
      return bodies.stream().map(Sha256::hex).sorted().toList();
    }

    private String text() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      got.forEach(all::writeBytes);
      return all.toString(UTF_8);
    }
  }

  @Test
  void observeReportsBothMarksAndTheModelGetsTheSameBytes() throws Exception {
    Run run = run(MARKED, "observe", AI_LAB, MARKING);

    assertThat(run.trial().room().exit()).isZero();
    assertThat(run.text()).containsPattern("Today\u02bcs date is \\d{4}/\\d\\d/\\d\\d");
    assertThat(Run.digests(run.got())).isEqualTo(Run.digests(run.sent())).isNotEmpty();
    assertThat(run.found())
        .isNotEmpty()
        .allSatisfy(entry -> {
          assertThat(entry.at("/action").asString()).isEqualTo("passed");
          assertThat(entry.at("/tool").asString()).contains("claude-cli", "2.1.91");
          assertThat(mechanisms(entry)).contains("U+02BC", "U+002F");
        });
  }

  @Test
  void canonicaliseDeliversTheUsualCharactersAndListsEachChange() throws Exception {
    Run run = run(MARKED, "canonicalise", AI_LAB, MARKING);

    assertThat(run.trial().room().exit()).isZero();
    assertThat(run.text())
        .containsPattern("Today's date is \\d{4}-\\d\\d-\\d\\d")
        .doesNotContainPattern("Today\u02bcs date is");
    assertThat(run.found()).isNotEmpty();
    List<String> undone = Run.digests(run.got());
    for (byte[] sent : run.sent()) {
      assertThat(
              Run.digests(List.of(sent)).stream().anyMatch(undone::contains)
                  || run.found().stream()
                      .anyMatch(entry -> undone.contains(Sha256.hex(changed(sent, entry)))))
          .as("sent as it was, or with exactly what is listed changed")
          .isTrue();
    }
  }

  @Test
  void blockSaysWhyInTheTool() throws Exception {
    Run run = run(MARKED, "block", AI_LAB, MARKING);

    assertThat(new String(run.trial().room().output(), UTF_8))
        .contains("Candor gateway: blocked by the rule mechanism");
    assertThat(run.text()).doesNotContain("Today\u02bcs date is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm:@openai/codex@0.169.0",
        "npm:@google/gemini-cli@0.61.0",
        "npm:@qwen-code/qwen-code@0.24.4"
      })
  void othersHaveTheirTurnAndTheModelGetsTheSameBytes(String tool) throws Exception {
    Run run = run(tool, "observe", "models.larkspur-yard.example.net", Map.of());

    assertThat(run.trial().room().end()).isEqualTo(RoomResult.End.EXITED);
    assertThat(run.trial().room().exit()).isZero();
    assertThat(Run.digests(run.got())).isEqualTo(Run.digests(run.sent()));
    assertThat(run.got()).hasSizeGreaterThanOrEqualTo(2);
  }

  private static List<String> mechanisms(JsonNode entry) {
    return entry
        .at("/findings")
        .valueStream()
        .filter(finding -> finding.at("/rule").asString().equals("mechanism"))
        .map(finding -> finding.at("/points").asString())
        .toList();
  }

  /** What the listed changes make of a body; the body itself where they do not fit. */
  private static byte[] changed(byte[] sent, JsonNode entry) {
    ByteArrayOutputStream now = new ByteArrayOutputStream();
    int at = 0;
    for (JsonNode change :
        entry
            .at("/changes")
            .valueStream()
            .sorted(Comparator.comparingInt(it -> it.at("/start").asInt()))
            .toList()) {
      int start = change.at("/start").asInt();
      if (start < at || change.at("/end").asInt() > sent.length) {
        return sent;
      }
      now.write(sent, at, start - at);
      for (String point : change.at("/now").asString().split(" ")) {
        now.writeBytes(
            Character.toString(Integer.parseInt(point.substring(2), 16)).getBytes(UTF_8));
      }
      at = change.at("/end").asInt();
    }
    now.write(sent, at, sent.length - at);
    return now.toByteArray();
  }

  private static Run run(String reference, String mode, String host, Map<String, String> levels)
      throws IOException, InterruptedException {
    ReadyTool tool =
        ReadyTool.of(
            new ReadyTool.Wish(
                PackageReference.parse(reference),
                Optional.empty(),
                "Name the files here.",
                Bounds.DEFAULT.lasting(Duration.ofMinutes(4))),
            FetchOptions.standard());
    Environment environment =
        Environment.base().with("endpoint", "http://" + host + ":" + GatewayInRoom.PORT);
    for (Map.Entry<String, String> level : levels.entrySet()) {
      environment = environment.with(level.getKey(), level.getValue());
    }
    Staging staging = tool.staging();
    Java java = Java.ofThisProcess();
    List<String> command = new ArrayList<>(java.command());
    command.addAll(List.of(GatewayInRoom.class.getName(), mode, host));
    command.addAll(staging.program().command());
    List<RoomPlan.Bind> binds = new ArrayList<>(staging.program().binds());
    binds.addAll(java.binds());
    Trial trial =
        new Staging(
                staging.recipe(),
                new Staging.Program(binds, staging.program().path(), command),
                staging.prompt(),
                staging.bounds())
            .in(environment)
            .trial();
    return ran(lab.run(withGateway(trial, host)), host);
  }

  /** The host is this machine, and at the endpoint's port there is the gateway. */
  private static Trial withGateway(Trial trial, String host) {
    RoomPlan plan = trial.plan();
    List<String> hosts = new ArrayList<>(plan.hosts());
    hosts.add("127.0.0.1 " + host);
    return new Trial(
        new RoomPlan(
            plan.hostname(),
            plan.machineId(),
            plan.card(),
            plan.user(),
            plan.work(),
            plan.files(),
            plan.binds(),
            plan.variables(),
            plan.zone(),
            hosts,
            plan.nameserver(),
            plan.authority(),
            plan.bounds(),
            plan.command(),
            plan.input()),
        trial.answers(),
        trial.hosts(),
        trial.ports().stream().filter(port -> port != GatewayInRoom.PORT).toList());
  }

  private static Run ran(TrialResult trial, String host) {
    List<byte[]> sent = new ArrayList<>();
    List<JsonNode> found = new ArrayList<>();
    for (String line : new String(trial.room().errors(), UTF_8).lines().toList()) {
      if (line.startsWith(GatewayInRoom.SENT)) {
        sent.add(Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)));
      } else if (line.startsWith(GatewayInRoom.FOUND)) {
        found.add(JSON.readTree(line.substring(GatewayInRoom.FOUND.length())));
      }
    }
    List<byte[]> got =
        trial.exchanges().stream()
            .filter(one -> one.host().startsWith(host))
            .map(Exchange::request)
            .map(request -> request.body().bytes())
            .filter(body -> body.length > 0)
            .toList();
    return new Run(trial, sent, got, found);
  }

  /**
   * The Java of this test as a room sees it.
   *
   * @param command without the class that is run
   */
  private record Java(List<RoomPlan.Bind> binds, List<String> command) {
    private static final String ROOT = "/opt/java";

    static Java ofThisProcess() {
      Map<String, String> places = new TreeMap<>();
      places.put(System.getProperty("java.home"), ROOT + "/home");
      List<String> entries = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path path = Path.of(entry).toAbsolutePath().normalize();
        if (path.toFile().exists()) {
          String place =
              places.computeIfAbsent(
                  path.toString(), _ -> ROOT + "/" + places.size() + "-" + path.getFileName());
          entries.add(place);
        }
      }
      List<RoomPlan.Bind> binds =
          places.entrySet().stream()
              .map(place -> new RoomPlan.Bind(place.getKey(), place.getValue()))
              .toList();
      return new Java(
          binds,
          Arrays.asList(
              ROOT + "/home/bin/java",
              "-XX:TieredStopAtLevel=1",
              "-Xmx256m",
              "-cp",
              String.join(":", entries)));
    }
  }
}
