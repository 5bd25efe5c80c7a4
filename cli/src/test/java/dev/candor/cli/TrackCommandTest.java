package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.specimens.Specimen;
import dev.candor.specimens.SpecimenWriter;
import dev.candor.specimens.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Histories of a package in a registry on this machine. */
class TrackCommandTest {
  private static final String HOME = "user.home";

  @TempDir private Path folder;
  private final String usersHome = System.getProperty(HOME, "");
  private LittleRegistry registry;
  private final String name = "tracked-" + System.nanoTime();

  @BeforeEach
  void prepare() throws IOException {
    System.setProperty(HOME, folder.toString());
    registry = new LittleRegistry(name);
  }

  @AfterEach
  void stop() {
    registry.close();
    System.setProperty(HOME, usersHome);
  }

  @Test
  void whatCameAndWentIsFoundWithItsDates() throws IOException {
    publish("aaPPPPPPaa");

    Screen screen = Screen.piped();
    int status = track(screen);

    assertThat(screen.err()).isEmpty();
    assertThat(status).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out())
        .startsWith("present: a covert flow in 1.0.2 to 1.0.7\n")
        .contains(
            "first      1.0.2 (2026-04-03 00:00 UTC); not yet in 1.0.1\n",
            "last       1.0.7 (2026-04-08 00:00 UTC)\n",
            "gone in    1.0.8 (2026-04-09 00:00 UTC)\n");
  }

  /** Two ends, the middle, and both borders: 0, 9, 4, 2, 1, 6, 7, 8. */
  @Test
  void noMoreIsFetchedThanBisectionNeeds() throws IOException {
    publish("aaPPPPPPaa");

    track(Screen.piped());

    assertThat(registry.files()).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void theSecondTimeNothingIsFetchedAndTheSameIsTold() throws IOException {
    publish("aPPa");
    JsonNode first = json();
    int asked = registry.asked.size();

    JsonNode second = json();

    assertThat(registry.asked).hasSize(asked);
    assertThat(second.at("/periods")).isEqualTo(first.at("/periods"));
    assertThat(second.at("/borders")).isEqualTo(first.at("/borders"));
    assertThat(second.at("/downloads").size()).isZero();
    assertThat(first.at("/downloads").size()).isEqualTo(4);
    assertThat(first.at("/downloads/0/bytes").asLong()).isPositive();
    assertThat(second.at("/versions/0/cached").asBoolean()).isTrue();
  }

  @Test
  void everyVersionIsLookedAtWhereSomebodyAsks() throws IOException {
    publish("aaPaa");

    JsonNode json = json("--every");

    assertThat(json.at("/versions").findValuesAsString("known")).containsOnly("seen");
    assertThat(json.at("/looked/widestGap").asInt()).isZero();
  }

  @Test
  void anotherMechanismIsAChange() throws IOException {
    publish("aPQa");

    Screen screen = Screen.piped();
    track(screen);

    assertThat(screen.out()).contains("1.0.1 ", "present", "changed", "mechanism-");
  }

  @Test
  void packageFilesAreRemovedAgainUnlessSomebodyWantsThem() throws IOException {
    publish("aP");
    track(Screen.piped());
    assertThat(cached(".tgz")).isEmpty();
    assertThat(cached(".json")).anyMatch(file -> file.contains("track"));
  }

  @Test
  void filesAreKeptOnDemand() throws IOException {
    publish("aP");
    track(Screen.piped(), "--keep");
    assertThat(cached(".tgz")).hasSize(2);
  }

  @Test
  void aVersionThatCannotBeHadIsNamedAndPassedOver() throws IOException {
    publish("aPPa");
    registry.publish("1.0.1", day(1), tgz("P"), tgz("a"));

    Screen screen = Screen.piped();
    assertThat(track(screen)).isEqualTo(ExitStatus.COVERT);

    assertThat(screen.out().replaceAll("\\s+", " "))
        .contains("Could not be looked at - 1.0.1: ", "is not the file that the registry promised");
  }

  @Test
  void gapsAndWhatWasTakenBackAreNamed() throws IOException {
    publish("a");
    registry.publish("1.0.3", day(3), tgz("a")).takenBack("1.0.1", day(1));

    Screen screen = Screen.piped();
    assertThat(track(screen)).isEqualTo(ExitStatus.NOTHING_COVERT);

    assertThat(screen.out())
        .startsWith("absent: no covert flow in any version that was looked at\n")
        .contains("never published: 1.0.2\n", "taken back: 1.0.1 of 2026-04-02 00:00 UTC\n");
  }

  @Test
  void allFormatsAreWritten() throws IOException {
    publish("aPa");
    Path html = folder.resolve("h.html");
    Path csv = folder.resolve("h.csv");
    Path json = folder.resolve("h.json");

    track(
        Screen.piped(),
        "--html",
        html.toString(),
        "--csv",
        csv.toString(),
        "--json",
        json.toString());

    assertThat(html).content().contains("<svg", "candor track npm:" + name);
    assertThat(csv).content().startsWith("package,version").contains("present");
    assertThat(json).content().contains("candor/track/v1");
  }

  @Test
  void offlineTellsWhatIsKnown() throws IOException {
    publish("aPPa");
    track(Screen.piped());
    registry.close();

    Screen screen = Screen.piped();
    assertThat(screen.run("track", "npm:" + name, "--offline")).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out()).startsWith("present: a covert flow in 1.0.1 to 1.0.2\n");
  }

  @Test
  void oneVersionOrAPathHasNoHistory() {
    Screen screen = Screen.piped();
    assertThat(screen.run("track", "npm:tool@1.0.0")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err())
        .isEqualTo(
            "candor: tool@1.0.0 is one version. Write npm:tool; --from and --to name a range.\n");
    assertThat(Screen.piped().run("track", folder.toString())).isEqualTo(ExitStatus.NOT_DONE);
  }

  @Test
  void whatExcludesEachOtherIsRefused() {
    Screen screen = Screen.piped();
    assertThat(screen.run("track", "npm:tool", "--every", "--step", "3"))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--every and --step exclude each other");
    assertThat(Screen.piped().run("track", "npm:tool", "--step", "0"))
        .isEqualTo(ExitStatus.NOT_DONE);
  }

  @Test
  void aRangeWithoutVersionsIsRefused() throws IOException {
    publish("a");
    Screen screen = Screen.piped();
    assertThat(track(screen, "--from", "2.0.0")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains(name + " has no version in that range");
  }

  /** A letter for each version from 1.0.0 on: absent, present, present in another form. */
  private void publish(String versions) {
    for (int i = 0; i < versions.length(); i++) {
      registry.publish("1.0." + i, day(i), tgz(versions.substring(i, i + 1), i));
    }
  }

  private static String day(int version) {
    return "2026-04-%02dT00:00:00.000Z".formatted(version + 1);
  }

  private static byte[] tgz(String letter) {
    return tgz(letter, 99);
  }

  /** Each version is another file, as in the world. */
  static byte[] tgz(String letter, int number) {
    Specimen specimen = Specimens.named("reported-mechanism", letter.equals("Q") ? 2 : 1);
    Map<String, byte[]> files = new TreeMap<>(specimen.files());
    if (letter.equals("a")) {
      files.keySet().removeIf(file -> file.endsWith(".js"));
    }
    files.put("number.txt", new byte[] {(byte) number});
    return SpecimenWriter.tgz(new Specimen(specimen.name(), specimen.label(), files));
  }

  private int track(Screen screen, String... options) {
    List<String> words =
        new ArrayList<>(List.of("track", "npm:" + name, "--registry", registry.address()));
    words.addAll(Arrays.asList(options));
    return screen.run(words.toArray(String[]::new));
  }

  private JsonNode json(String... options) {
    List<String> words = new ArrayList<>(List.of("--format", "json"));
    words.addAll(Arrays.asList(options));
    Screen screen = Screen.piped();
    track(screen, words.toArray(String[]::new));
    return JsonMapper.shared().readTree(screen.out());
  }

  private List<String> cached(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(suffix)).toList();
    }
  }
}
