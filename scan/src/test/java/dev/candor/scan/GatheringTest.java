package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.TableId;
import dev.candor.core.UnreadableTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final List<String> HOSTS = List.of("a.test", "b.test", "c.test", "d.test");
  private static final List<String> NAMES = List.of("alice", "bob", "carol", "dave", "eve");

  private static Location at(String module, long start) {
    return new Location(module, start, start + 10);
  }

  private static Recovered listed(List<String> entries, Location place, Location... uses) {
    return new Recovered(
        List.of("base64"),
        new Reading.Listed(entries, 0.5, ""),
        new Recovery.Searched(),
        place,
        List.of(uses));
  }

  private static Recovered evaluated(List<String> entries, Location place) {
    return new Recovered(
        List.of("function"),
        new Reading.Listed(entries, 0.5, ""),
        new Recovery.Evaluated(place, "d(1)"),
        place,
        List.of());
  }

  private static StaticFindings gather(Recovered... recovered) {
    return Gathering.gather(Arrays.asList(recovered), List.of(), List.of(), List.of());
  }

  @Test
  void aTableAtTwoPlacesIsOne() {
    StaticFindings findings =
        gather(
            listed(HOSTS, at("b.js", 7)),
            listed(HOSTS, at("a.js", 90)),
            listed(HOSTS, at("a.js", 5)));
    assertThat(findings.tables()).hasSize(1);
    assertThat(findings.tables().getFirst().places())
        .containsExactly(at("a.js", 5), at("a.js", 90), at("b.js", 7));
  }

  @Test
  void theSamePlaceIsNamedOnce() {
    StaticFindings findings = gather(listed(HOSTS, at("a.js", 5)), listed(HOSTS, at("a.js", 5)));
    assertThat(findings.tables().getFirst().places()).containsExactly(at("a.js", 5));
  }

  /** A reader looks first where code speaks of it. */
  @Test
  void aPlaceWithUsesComesFirst() {
    StaticFindings findings =
        gather(listed(HOSTS, at("a.js", 5)), listed(HOSTS, at("b.js", 7), at("b.js", 99)));
    assertThat(findings.tables().getFirst().location()).isEqualTo(at("b.js", 7));
    assertThat(findings.tables().getFirst().uses()).containsExactly(at("b.js", 99));
  }

  @Test
  void usesOfAllPlacesAreJoinedInOrder() {
    StaticFindings findings =
        gather(
            listed(HOSTS, at("a.js", 5), at("a.js", 80), at("a.js", 60)),
            listed(HOSTS, at("b.js", 7), at("a.js", 60)));
    assertThat(findings.tables().getFirst().uses()).containsExactly(at("a.js", 60), at("a.js", 80));
  }

  @Test
  void listsOfOtherEntriesAreOtherTables() {
    assertThat(
            gather(listed(HOSTS, at("a.js", 5)), listed(HOSTS.reversed(), at("a.js", 50))).tables())
        .hasSize(2);
  }

  @Test
  void theLongestTableComesFirst() {
    assertThat(gather(listed(HOSTS, at("a.js", 5)), listed(NAMES, at("b.js", 5))).tables())
        .extracting(HiddenTable::entries)
        .containsExactly(NAMES, HOSTS);
  }

  @Test
  void theOrderOfFindingMakesNoDifference() {
    List<Recovered> found =
        IntStream.range(0, 40)
            .mapToObj(i ->
                listed(
                    List.of("e" + i % 7, "f" + i % 7, "g", "h"),
                    at("m" + i % 5, i),
                    at("m", 100 + i)))
            .toList();
    StaticFindings expected = Gathering.gather(found, List.of(), List.of(), List.of());
    List<Recovered> shuffled = new java.util.ArrayList<>(found);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(Gathering.gather(shuffled, List.of(), List.of(), List.of())).isEqualTo(expected);
    }
  }

  @Test
  void theIdDependsOnTheEntriesAlone() {
    String id = gather(listed(HOSTS, at("a.js", 5))).tables().getFirst().id();
    assertThat(gather(evaluated(HOSTS, at("other.js", 77))).tables().getFirst().id()).isEqualTo(id);
    assertThat(gather(listed(HOSTS.reversed(), at("a.js", 5))).tables().getFirst().id())
        .isNotEqualTo(id);
    assertThat(TableId.ofEntries(List.of("ab", "c")))
        .isNotEqualTo(TableId.ofEntries(List.of("a", "bc")));
  }

  /** printf 'a.test\nb.test\nc.test\nd.test\n' | sha256sum */
  @Test
  void theIdIsTheStartOfASha256OfTheEntries() {
    assertThat(TableId.ofEntries(HOSTS)).isEqualTo("table-5e5969058d04");
  }

  @Test
  void whatWasEvaluatedBeatsWhatWasSearchedAtTheSamePlace() {
    StaticFindings findings = gather(listed(NAMES, at("a.js", 5)), evaluated(HOSTS, at("a.js", 5)));
    assertThat(findings.tables()).extracting(HiddenTable::entries).containsExactly(HOSTS);
    assertThat(gather(listed(NAMES, at("a.js", 6)), evaluated(HOSTS, at("a.js", 5))).tables())
        .hasSize(2);
  }

  @Test
  void proseIsNoTableButTheRestBestFirst() {
    Recovered poor =
        new Recovered(
            List.of("hex"),
            new Reading.Prose("x".repeat(500), 0.1),
            new Recovery.Searched(),
            at("a.js", 5),
            List.of());
    Recovered good =
        new Recovered(
            List.of("hex"),
            new Reading.Prose("some words", 0.7),
            new Recovery.Searched(),
            at("a.js", 50),
            List.of());
    StaticFindings findings = gather(poor, good);
    assertThat(findings.tables()).isEmpty();
    assertThat(findings.rest()).extracting(HiddenTable::score).containsExactly(0.7, 0.1);
    assertThat(findings.rest().getLast().entries()).containsExactly("x".repeat(400) + "…");
  }

  @Test
  void noiseIsNothing() {
    StaticFindings findings =
        gather(
            new Recovered(
                List.of(), Reading.NOISE, new Recovery.Searched(), at("a.js", 5), List.of()));
    assertThat(findings.tables()).isEmpty();
    assertThat(findings.rest()).isEmpty();
  }

  @Test
  void theSameDigestsAtTwoPlacesAreOneList() {
    List<String> values = List.of("aa", "bb", "cc", "dd");
    List<UnreadableTable> found =
        List.of(
            new UnreadableTable("digests-1", "md5 hex", values, List.of(at("b.js", 7))),
            new UnreadableTable("digests-2", "md5 hex", values.reversed(), List.of(at("a.js", 9))),
            new UnreadableTable("digests-1", "md5 hex", values, List.of(at("a.js", 5))));
    StaticFindings findings = Gathering.gather(List.of(), found, List.of(), List.of("too large"));
    assertThat(findings.unreadable())
        .containsExactly(
            new UnreadableTable(
                "digests-1", "md5 hex", values, List.of(at("a.js", 5), at("b.js", 7))),
            new UnreadableTable("digests-2", "md5 hex", values.reversed(), List.of(at("a.js", 9))));
    assertThat(findings.notSeen()).containsExactly("too large");
  }
}
