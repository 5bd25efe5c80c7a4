package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Town.Evasion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must not matter: the order of rows, names, files, and strangers. */
class LawsTest {
  private static final int TRIES = 3;

  private static final Town TOWN =
      new Town()
          .strangers(80)
          .office("bureau", 12)
          .household("home")
          .classroom("school", 10)
          .campaign("farm", 16, EnumSet.noneOf(Evasion.class));

  private static final Set<Set<String>> EXPECTED = groups(List.of(TOWN.rows()), Town.HEADER);

  @Property(tries = TRIES)
  void theOrderOfRowsChangesNothing(@ForAll long seed) {
    assertThat(groups(List.of(shuffled(seed)), Town.HEADER)).isEqualTo(EXPECTED).hasSize(1);
  }

  @Property(tries = TRIES)
  void splittingTheLogIntoFilesChangesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int files) {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      parts.add(new ArrayList<>());
    }
    Random random = new Random(seed);
    TOWN.rows().forEach(row -> parts.get(random.nextInt(files)).add(row));
    assertThat(groups(parts, Town.HEADER)).isEqualTo(EXPECTED);
  }

  @Property(tries = TRIES)
  void newNamesChangeNothing(@ForAll @IntRange(min = 1, max = 1_000_000) int key) {
    UnaryOperator<String> renamed =
        name -> "u" + Integer.toHexString((name.hashCode() ^ key) * 0x9E37_79B1) + name.length();
    List<String> rows =
        TOWN.rows().stream()
            .map(row -> row.split(",", 2))
            .map(parts -> renamed.apply(parts[0]) + "," + parts[1])
            .toList();
    Set<Set<String>> expected =
        EXPECTED.stream()
            .map(group -> group.stream().map(renamed).collect(Collectors.toSet()))
            .collect(Collectors.toSet());
    assertThat(groups(List.of(rows), Town.HEADER)).isEqualTo(expected);
  }

  @Property(tries = TRIES)
  void oneMoreStrangerMovesNobody(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>(TOWN.rows());
    int day = 1 + random.nextInt(28);
    for (int i = 0; i < 1 + random.nextInt(60); i++) {
      rows.add(
          "newcomer,2026-03-%02dT%02d:%02d:00Z,2025-0%d-11T08:00:00Z,base,DE,a-new,d-new,p-new,%s,coding"
              .formatted(
                  day,
                  random.nextInt(24),
                  random.nextInt(60),
                  1 + random.nextInt(9),
                  Long.toUnsignedString(random.nextLong())));
    }
    assertThat(groups(List.of(rows), Town.HEADER)).isEqualTo(EXPECTED);
  }

  private static List<String> shuffled(long seed) {
    List<String> rows = new ArrayList<>(TOWN.rows());
    Collections.shuffle(rows, new Random(seed));
    return rows;
  }

  private static Set<Set<String>> groups(List<List<String>> files, String header) {
    try {
      Path folder = Files.createTempDirectory("candor-laws-");
      Findings findings = Town.detected(folder, header, files);
      try (var left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      return findings.campaigns().stream()
          .map(campaign ->
              campaign.members().stream()
                  .map(Member::account)
                  .collect(Collectors.toCollection(TreeSet::new)))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
