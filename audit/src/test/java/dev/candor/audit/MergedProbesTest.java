package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Comparison;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedProbesTest {
  @Test
  void whatReadsTheSameIsJoined() {
    Probe first = probe("ci", "process.env.CI", 1, equal(10, "1"));
    Probe second = probe("ci", "process.env.CI", 5, equal(20, "true"), equal(30, "1"));

    assertThat(MergedProbes.of(List.of(first, second)))
        .containsExactly(
            new Probe(
                "ci",
                "process.env.CI",
                List.of(equal(10, "1"), equal(20, "true")),
                List.of(new Location("m", 1, 2), new Location("m", 5, 6))));
  }

  @Test
  void whatReadsAnotherThingOrFactorIsNot() {
    List<Probe> probes =
        List.of(
            probe("ci", "process.env.CI", 1),
            probe("terminal", "process.env.CI", 1),
            probe("ci", "process.env.TRAVIS", 1));
    assertThat(MergedProbes.of(probes)).isEqualTo(probes);
  }

  @Test
  void whatIsComparedAtOnceIsTheSameAsOneByOne() {
    assertThat(Compared.of(probe("ci", "x", 1, equal(1, "a", "b"))))
        .containsExactlyElementsOf(
            Compared.of(probe("ci", "x", 1, equal(7, "a"), equal(9, "b"), equal(9, "a"))));
  }

  @Test
  void aTableIsComparedByItsIdAndNotByItsEntries() {
    Comparison table =
        new Comparison(
            Match.DIGEST, List.of("a", "b"), Optional.of("table-1"), new Location("m", 1, 2));
    assertThat(Compared.of(probe("ci", "x", 1, table)))
        .containsExactly(new Compared(Match.DIGEST, Optional.empty(), Optional.of("table-1")));
  }

  @Test
  void aMatchWithoutAValueIsOneComparison() {
    Comparison set =
        new Comparison(Match.PRESENCE, List.of(), Optional.empty(), new Location("m", 1, 2));
    assertThat(Compared.of(probe("ci", "x", 1, set)))
        .containsExactly(new Compared(Match.PRESENCE, Optional.empty(), Optional.empty()));
  }

  private static Probe probe(String factor, String reads, long start, Comparison... compares) {
    return new Probe(
        factor, reads, List.of(compares), List.of(new Location("m", start, start + 1)));
  }

  private static Comparison equal(long start, String... values) {
    return new Comparison(
        Match.EQUAL, List.of(values), Optional.empty(), new Location("m", start, start + 1));
  }
}
