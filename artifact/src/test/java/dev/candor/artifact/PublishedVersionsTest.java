package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PublishedVersionsTest {
  private static final byte[] FILE = {1, 2, 3};
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final LoopbackRegistry registry = LoopbackRegistry.start();
  private Machine machine;

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root).uses(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  /** The order of the example in section 11 of semver.org 2.0.0. */
  @Test
  void theyAreInTheOrderOfSemanticVersions() {
    assertThat(
            read(
                    "1.0.0",
                    "1.0.0-rc.1",
                    "1.0.0-beta.11",
                    "1.0.0-beta.2",
                    "1.0.0-alpha.beta",
                    "2.0.0",
                    "1.10.0",
                    "1.9.0")
                .all())
        .extracting(PublishedVersion::version)
        .containsExactly(
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.9.0",
            "1.10.0",
            "2.0.0");
  }

  @Test
  void aRangeHoldsItsEndsWhetherTheyWerePublishedOrNot() {
    PublishedVersions all = read("1.0.0", "1.0.1", "1.0.3-rc.1", "1.0.3", "1.0.5");

    assertThat(names(all.within(Optional.of("1.0.1"), Optional.of("1.0.4"), false)))
        .containsExactly("1.0.1", "1.0.3");
    assertThat(names(all.within(Optional.empty(), Optional.of("1.0.3"), true)))
        .containsExactly("1.0.0", "1.0.1", "1.0.3-rc.1", "1.0.3");
  }

  @Test
  void aRangeThatIsNoneIsRefused() {
    PublishedVersions all = read("1.0.0");
    assertThatThrownBy(() -> all.within(Optional.of("2.0.0"), Optional.of("1.0.0"), false))
        .isInstanceOf(InputException.class)
        .hasMessage("--from 2.0.0 is above --to 1.0.0; exchange them.");
    assertThatThrownBy(() -> all.within(Optional.of("latest"), Optional.empty(), false))
        .isInstanceOf(InputException.class)
        .hasMessage("--from latest is no exact version; write it as 1.2.3.");
  }

  @Test
  void numbersThatWereSkippedAreGaps() {
    assertThat(read("2.1.90", "2.1.91", "2.1.94", "2.1.96", "2.2.5", "3.0.0").gaps())
        .containsExactly("2.1.92 to 2.1.93", "2.1.95");
  }

  @Test
  void numbersTooLongToCountAreNoGap() {
    assertThat(read("1.0.1", "1.0.99999999999999999999").gaps()).isEmpty();
  }

  @Test
  void theRegistryTellsDatesWarningsAndWhatWasTakenBack() {
    registry.publish("@s/tool", "1.0.0", FILE).done();
    Release warned = registry.publish("@s/tool", "1.0.1", FILE).deprecated("do not use").done();
    ObjectNode times = registry.document("@s/tool").withObjectProperty("time");
    times.put("created", "2025-01-01T00:00:00.000Z");
    times.put("1.0.0", "2026-04-03T04:28:29.141000+02:00");
    times.put("1.0.2", "2026-05-01T00:00:00.000Z");

    PublishedVersions all = versions(NOON);

    assertThat(names(all)).containsExactly("1.0.0", "1.0.1", "1.0.2");
    assertThat(all.all().get(0).published()).contains(Instant.parse("2026-04-03T02:28:29.141Z"));
    assertThat(all.all().get(1).deprecated()).contains("do not use");
    assertThat(all.all().get(1).digest())
        .contains(warned.manifest.path("dist").path("integrity").asString());
    assertThat(all.all())
        .extracting(PublishedVersion::available)
        .containsExactly(true, true, false);
  }

  @Test
  void theRegistryIsAskedAgainAfterAWhileOnly() {
    registry.publish("@s/tool", "1.0.0", FILE).done();
    assertThat(names(versions(NOON))).containsExactly("1.0.0");
    registry.publish("@s/tool", "1.0.1", FILE).done();

    assertThat(names(versions(NOON.plus(TEN_MINUTES)))).containsExactly("1.0.0");
    assertThat(registry.paths()).hasSize(1);
    assertThat(names(versions(NOON.plus(TEN_MINUTES).plusMillis(1))))
        .containsExactly("1.0.0", "1.0.1");
  }

  @Test
  void aListOfTheFutureIsNotBelieved() {
    registry.publish("@s/tool", "1.0.0", FILE).done();
    versions(NOON.plusSeconds(60));
    versions(NOON);
    assertThat(registry.paths()).hasSize(2);
  }

  @Test
  void offlineAnyAgeWillDo() {
    registry.publish("@s/tool", "1.0.0", FILE).done();
    PublishedVersions said = versions(NOON);
    machine.offline = true;
    assertThat(versions(NOON.plus(Duration.ofDays(900)))).isEqualTo(said);
  }

  @Test
  void offlineWhatIsNotThereCannotBeHad() {
    machine.offline = true;
    assertThatThrownBy(() -> versions(NOON))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--offline was given");
  }

  @Test
  void anotherRegistryIsAnotherPackage() {
    registry.publish("@s/tool", "1.0.0", FILE).done();
    versions(NOON);
    try (LoopbackRegistry other = LoopbackRegistry.start()) {
      other.publish("@s/tool", "9.0.0", FILE).done();
      machine.registry = Optional.of(other.uri());
      assertThat(names(versions(NOON))).containsExactly("9.0.0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"schema\": \"1\"}",
        "{\"schema\": \"1\", \"name\": \"@s/tool\", \"asked\": \"2026-11-21T12:00:00Z\","
            + " \"versions\": [{\"version\": \"../../x\"}]}",
      })
  void aListInTheCacheThatIsOfNoUseIsFetchedAnew(String content) throws IOException {
    registry.publish("@s/tool", "1.0.0", FILE).done();
    versions(NOON);
    Files.writeString(machine.cache.resolve("versions/npm/%40s%2Ftool.json"), content);

    assertThat(names(versions(NOON))).containsExactly("1.0.0");
  }

  @Test
  void aPackageThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> versions(NOON))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("There is no package @s/tool");
  }

  @Test
  void moreVersionsThanAnyPackageHasAreRefused() {
    StringBuilder json = new StringBuilder("{\"time\":{\"0.0.0\":\"\"");
    for (int i = 0; i <= 100_000; i++) {
      json.append(",\"1.0.").append(i).append("\":\"\"");
    }
    assertThatThrownBy(() -> VersionDocument.read(stream(json.append("}}").toString())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more than 100000 versions");
  }

  /** What a history fetched is removed again, and nothing that was there before. */
  @Test
  void filesThatCameLaterCanBeRemoved() {
    registry.publish("old", "1.0.0", FILE).done();
    registry.publish("new", "1.0.0", new byte[] {4}).done();
    Artifact old = machine.open("npm:old@1.0.0");
    CachedFiles before = CachedFiles.now(options());
    Artifact later = machine.open("npm:new@1.0.0");

    before.removeLater(later, options());
    before.removeLater(old, options());

    assertThat(old.parts().getFirst().path()).exists();
    assertThat(later.parts().getFirst().path()).doesNotExist();
    assertThat(machine.cached()).filteredOn(file -> file.endsWith(".stamp")).hasSize(1);
  }

  @Test
  void whatIsNotInTheCacheIsNeverRemoved(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("mine.tgz"), FILE);

    new CachedFiles(Set.of()).removeLater(machine.open(file.toString()), options());

    assertThat(file).exists();
  }

  private PublishedVersions versions(Instant now) {
    return new Fetch(machine.surroundings(), machine.patience, machine.disk)
        .versions("@s/tool", TEN_MINUTES, Clock.fixed(now, ZoneOffset.UTC), options());
  }

  private FetchOptions options() {
    return new FetchOptions(
        machine.registry, Optional.empty(), machine.offline, machine.cache, Progress.NONE);
  }

  private static PublishedVersions read(String... versions) {
    StringBuilder json = new StringBuilder("{\"versions\":{");
    for (String version : versions) {
      json.append(json.charAt(json.length() - 1) == '{' ? "" : ",")
          .append('"')
          .append(version)
          .append("\":{}");
    }
    return new PublishedVersions(
        "tool", "", NOON, VersionDocument.read(stream(json.append("}}").toString())));
  }

  private static ByteArrayInputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(PublishedVersions versions) {
    return versions.all().stream().map(PublishedVersion::version).toList();
  }
}
