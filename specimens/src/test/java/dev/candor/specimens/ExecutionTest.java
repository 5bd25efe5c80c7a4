package dev.candor.specimens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.specimens.Node.Job;
import dev.candor.specimens.js.Literals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The labels, proved by running the programs. */
class ExecutionTest {
  @TempDir static Path folder;

  @BeforeAll
  static void nodeIsThere() {
    assumeTrue(Node.isThere(), "node is not installed; labels are not proved by execution");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 77})
  void everyProgramPrintsExactlyTheTablesOfItsLabel(long seed) throws Exception {
    List<Specimen> all = Specimens.all(seed);
    List<String> outputs = node(seed).outputs(jobs(all, "--print-tables"));
    for (int i = 0; i < all.size(); i++) {
      assertThat(outputs.get(i)).as(all.get(i).name()).isEqualTo(json(all.get(i).label().tables()));
    }
  }

  private static Node node(long seed) throws IOException {
    return new Node(Files.createDirectories(folder.resolve("seed-" + seed)));
  }

  private static List<Job> jobs(List<Specimen> specimens, String flag) {
    return specimens.stream().map(s -> new Job(s, List.of(flag), Map.of())).toList();
  }

  private static String json(List<List<String>> tables) {
    return tables.stream()
        .map(table -> Literals.strings(table).replace(", ", ","))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void theCodeAroundWorks() throws Exception {
    List<Specimen> all = Specimens.all(1);
    assertThat(node(1).outputs(jobs(all, "--about")))
        .noneMatch(about -> about.isEmpty() || about.matches(".*\\b(undefined|NaN|null)\\b.*"));
    assertThat(node(1).outputs(jobs(all, "--print-prompt")))
        .allMatch(prompt -> prompt.lines().count() == 3 && prompt.contains("date is"));
    assertThat(node(1).outputs(jobs(all, "--print-request")))
        .allMatch(request ->
            request.startsWith("{\"headers\":[[\"content-type\"")
                && request.contains("\"model\\\":")
                && request.endsWith("a.txt\"}"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 77})
  void trafficIsMarkedUnderTheLevelsOfTheLabelAndNoOthers(long seed) throws Exception {
    List<Case> cases = new ArrayList<>();
    for (Specimen specimen : Specimens.all(seed)) {
      specimen
          .label()
          .trigger()
          .filter(Trigger::joint)
          .ifPresent(t -> addCases(specimen, t, cases));
    }
    List<Job> jobs =
        cases.stream()
            .flatMap(c -> Stream.of("--print-prompt", "--print-request").map(f -> c.job(f)))
            .toList();
    List<String> outputs = node(seed).outputs(jobs);
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      CarrierForm form = c.specimen().label().carriers().getFirst();
      assertThat(MarkReader.marked(form, outputs.get(2 * i), outputs.get(2 * i + 1)))
          .as("%s under %s", c.specimen().name(), c.levels())
          .isEqualTo(c.marked());
    }
  }

  private record Case(Specimen specimen, Map<String, String> levels, boolean marked) {
    Job job(String flag) {
      return new Job(specimen, List.of(flag), levels);
    }
  }

  /** Each level of each condition once, while all other conditions hold; and nothing set at all. */
  private static void addCases(Specimen specimen, Trigger trigger, List<Case> cases) {
    cases.add(new Case(specimen, Map.of(), false));
    for (Condition condition : trigger.conditions()) {
      Map<String, String> others = new HashMap<>();
      trigger.conditions().forEach(o -> others.put(o.factor(), o.marking().getFirst()));
      for (String level : condition.marking()) {
        others.put(condition.factor(), level);
        cases.add(new Case(specimen, Map.copyOf(others), true));
      }
      for (String level : condition.plain()) {
        others.put(condition.factor(), level);
        cases.add(new Case(specimen, Map.copyOf(others), false));
      }
    }
  }

  /** Each of the two conditions holds and does not hold, with each of its levels. */
  @ParameterizedTest
  @ValueSource(longs = {1, 77})
  void oneOfFourSymbolsTellsOfTwoConditions(long seed) throws Exception {
    List<Job> jobs = new ArrayList<>();
    List<Integer> wanted = new ArrayList<>();
    for (Specimen specimen : Specimens.all(seed)) {
      if (!specimen.name().endsWith("--four-apostrophes")) {
        continue;
      }
      List<Condition> conditions = specimen.label().trigger().orElseThrow().conditions();
      assertThat(conditions).hasSize(2);
      for (int symbol = 0; symbol < 4; symbol++) {
        for (String first : levels(conditions.get(0), symbol % 2 == 1)) {
          for (String second : levels(conditions.get(1), symbol / 2 == 1)) {
            Map<String, String> levels =
                Map.of(conditions.get(0).factor(), first, conditions.get(1).factor(), second);
            jobs.add(new Job(specimen, List.of("--print-prompt"), levels));
            wanted.add(symbol);
          }
        }
      }
    }
    assertThat(jobs).hasSizeGreaterThan(30);
    List<String> outputs = node(seed).outputs(jobs);
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      assertThat(MarkReader.symbol(job.specimen().label().carriers().getFirst(), outputs.get(i)))
          .as("%s under %s", job.specimen().name(), job.levels())
          .isEqualTo(wanted.get(i));
    }
  }

  private static List<String> levels(Condition condition, boolean marking) {
    return marking ? condition.marking() : condition.plain();
  }

  @Test
  void theReportedMechanismWritesWhatTheReferenceModelWrites() throws Exception {
    Specimen specimen = Specimens.named("reported-mechanism", 1);
    List<List<String>> tables = specimen.label().tables();
    assertThat(tables.get(0)).hasSize(147).contains("alibaba-inc.com");
    assertThat(tables.get(1)).hasSize(11).contains("deepseek");
    ReferenceModel model = new ReferenceModel(tables.get(0), tables.get(1));
    List<Job> jobs = new ArrayList<>();
    for (String host : hosts(tables)) {
      for (String zone : List.of("UTC", "Asia/Shanghai", "Asia/Urumqi", "Asia/Tokyo")) {
        jobs.add(
            new Job(
                specimen, List.of("--print-prompt"), Map.of("endpoint", host, "timezone", zone)));
      }
    }
    List<String> outputs = node(1).outputs(jobs);
    for (int i = 0; i < jobs.size(); i++) {
      Map<String, String> levels = jobs.get(i).levels();
      Mark mark =
          model.classify(
              levels.getOrDefault("endpoint", ""),
              levels.getOrDefault("timezone", ""),
              ReferenceModel.Gate.OPEN);
      String line = outputs.get(i).lines().toList().get(1);
      assertThat(model.read(line)).as(levels.toString()).contains(mark);
    }
  }

  private static List<String> hosts(List<List<String>> tables) {
    List<String> hosts = new ArrayList<>(tables.get(0));
    tables.get(0).forEach(domain -> hosts.add("gw." + domain));
    tables.get(1).forEach(word -> hosts.add("api." + word + ".test"));
    hosts.add(tables.get(1).getFirst() + "." + tables.get(0).getFirst());
    hosts.add("x" + tables.get(0).getFirst());
    hosts.add("api.example.test");
    return hosts;
  }

  @Test
  void aClosedGateLeavesTheReportedMechanismUnmarked() throws Exception {
    Specimen specimen = Specimens.named("reported-mechanism", 1);
    Map<String, String> levels =
        Map.of(
            "endpoint", "gw.alibaba-inc.com",
            "timezone", "Asia/Shanghai",
            "gate", "AGENT_CLOUD_BACKEND=1");
    String prompt =
        node(1).outputs(List.of(new Job(specimen, List.of("--print-prompt"), levels))).getFirst();
    Matcher line = Pattern.compile("Today's date is \\d{4}-\\d\\d-\\d\\d\\.").matcher(prompt);
    assertThat(line.find()).isTrue();
  }
}
