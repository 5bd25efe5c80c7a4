package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.HiddenTable;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.specimens.Specimen;
import dev.candor.specimens.Specimens;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mechanism that was reported of a real package: two lists, joined, XORed, in base64. */
class ReportedMechanismTest {
  private static final SharedScan SCAN = new SharedScan();

  @AfterAll
  static void close() {
    SCAN.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 2026})
  void findsExactlyItsTwoTables(long seed) {
    Specimen specimen = Specimens.named("reported-mechanism", seed);
    StaticFindings findings = SCAN.of(specimen);
    assertThat(findings.tables())
        .extracting(HiddenTable::entries)
        .containsExactlyElementsOf(specimen.label().tables());
    assertThat(findings.tables())
        .allSatisfy(table -> {
          assertThat(table.encoding()).containsExactly("base64", "xor:91");
          assertThat(table.recovery()).isEqualTo(new Recovery.Searched());
        });
    assertThat(findings.notSeen()).isEmpty();
  }

  @Test
  void pointsAtTheBytes() {
    Specimen specimen = Specimens.named("reported-mechanism", 1);
    for (HiddenTable table : SCAN.of(specimen).tables()) {
      byte[] file = specimen.files().get(table.location().module());
      String stored =
          new String(
              file,
              (int) table.location().range().start(),
              (int) table.location().range().length(),
              UTF_8);
      byte[] bytes = Base64.getDecoder().decode(stored.substring(1, stored.length() - 1));
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] ^= 91;
      }
      assertThat(new String(bytes, UTF_8)).isEqualTo(String.join(",", table.entries()));
    }
  }

  /** No key is special: those that the corpus draws. */
  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void findsTablesUnderAnyKeyThatTheCorpusDraws(long seed) {
    List<String> names =
        Specimens.names().stream().filter(name -> name.startsWith("xor-base64--")).toList();
    assertThat(names).isNotEmpty();
    for (String name : names) {
      Specimen specimen = Specimens.named(name, seed);
      assertThat(SCAN.of(specimen).tables())
          .as(name)
          .extracting(HiddenTable::entries)
          .containsAll(specimen.label().tables());
    }
  }
}
