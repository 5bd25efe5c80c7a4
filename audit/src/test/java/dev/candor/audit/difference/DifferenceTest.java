package dev.candor.audit.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Compared;
import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.difference.Delta.Change;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void anotherBuildOfTheSameSourceIsTheSame() {
    Difference difference = Difference.between(Marked.report(), Marked.rebuilt());

    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.reasons())
        .containsExactly(
            "unchanged: a covert flow; the text of a prompt or request depends on endpoint and"
                + " timezone in a way that a reader does not notice",
            "no difference in tables, probes, encoders and flows");
  }

  @Test
  void nothingInBothIsNoDifference() {
    assertThat(Difference.between(Reports.empty(), Reports.empty()).reasons())
        .containsExactly("no difference in tables, probes, encoders and flows");
  }

  @Test
  void aFlowThatAppearsBringsWhatItUses() {
    Deltas mechanism = Difference.between(Marked.before(), Marked.report()).mechanism();

    assertThat(mechanism.flows().appeared()).hasSize(1).allMatch(Flow::covert);
    assertThat(mechanism.tables().appeared())
        .extracting(HiddenTable::id)
        .containsExactly("table-hosts", "table-words");
    assertThat(mechanism.encoders().appeared())
        .extracting(Encoder::alternatives)
        .containsExactly(Marked.APOSTROPHE.alternatives(), Marked.SEPARATOR.alternatives());
    assertThat(mechanism.probes().appeared()).extracting(Probe::factor).containsExactly("timezone");
  }

  @Test
  void aProbeThatIsComparedOtherwiseHasChanged() {
    Delta<Probe> probes = Difference.between(Marked.before(), Marked.report()).mechanism().probes();

    Change<Probe> change = probes.changed().getFirst();
    assertThat(probes.changed()).hasSize(1);
    assertThat(change.older().factor()).isEqualTo("endpoint");
    assertThat(Compared.of(change.newer()))
        .containsAll(Compared.of(change.older()))
        .contains(new Compared(Match.SUBSTRING, Optional.empty(), Optional.of("table-words")));
    assertThat(probes.vanished()).isEmpty();
  }

  @Test
  void whatTheFlowDoesNotUseIsTheRest() {
    Difference difference = Difference.between(Marked.before(), Marked.report());

    assertThat(difference.rest().probes().appeared())
        .extracting(Probe::factor)
        .containsExactly("editor");
    assertThat(difference.rest().tables().isEmpty()).isTrue();
    assertThat(difference.gone().isEmpty()).isTrue();
  }

  @Test
  void aFlowThatVanishesTakesWhatItUsed() {
    Difference difference = Difference.between(Marked.report(), Marked.before());

    assertThat(difference.mechanism().isEmpty()).isTrue();
    assertThat(difference.gone().flows().vanished()).hasSize(1);
    assertThat(difference.gone().tables().vanished()).hasSize(2);
    assertThat(difference.gone().probes().changed()).hasSize(1);
    assertThat(difference.headlines())
        .containsExactly(
            "vanished: a covert flow; the text of a prompt or request depends on endpoint and"
                + " timezone in a way that a reader does not notice");
  }

  @Test
  void reasonsCountWhatDiffers() {
    assertThat(Difference.between(Marked.before(), Marked.report()).reasons())
        .containsExactly(
            "appeared: a covert flow; the text of a prompt or request depends on endpoint and"
                + " timezone in a way that a reader does not notice",
            "appeared: 2 hidden tables, 2 encoders, 2 probes",
            "changed: 1 probe");
  }

  @Test
  void whatWasNotReadIsSaid() {
    Report partial =
        Reports.of(
            new StaticFindings(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("a large file")));
    assertThat(Difference.between(Reports.empty(), partial).reasons())
        .contains("not everything was read of the new: 1 omission");
    assertThat(Difference.between(partial, Reports.empty()).reasons())
        .contains("not everything was read of the old: 1 omission");
  }

  @Test
  void anotherGateIsAChangeOfTheFlow() {
    Report other = with(Marked.report(), flow -> copy(flow, List.of("ci"), flow.explained()));
    Difference difference = Difference.between(Marked.report(), other);

    assertThat(difference.mechanism().flows().changed()).hasSize(1);
    assertThat(difference.headlines().getFirst()).startsWith("changed: a covert flow; ");
  }

  @Test
  void anExplanationThatIsGoneMakesACovertFlowAppear() {
    Report explained =
        with(Marked.report(), flow -> copy(flow, flow.gates(), Optional.of("it is said")));
    Difference difference = Difference.between(explained, Marked.report());

    assertThat(difference.mechanism().flows().appeared()).hasSize(1);
    assertThat(difference.rest().flows().vanished()).hasSize(1);
    assertThat(difference.reasons()).element(1).isEqualTo("vanished: 1 explained flow");
  }

  @Test
  void aTableWithMoreEntriesHasChangedAndTheFlowThatUsesItStaysFirst() {
    Report report = Marked.report();
    HiddenTable hosts = report.findings().tables().getFirst();
    HiddenTable more =
        new HiddenTable(
            hosts.id(),
            hosts.encoding(),
            Stream.concat(hosts.entries().stream(), Stream.of("new.example.test")).toList(),
            hosts.score(),
            hosts.recovery(),
            hosts.places(),
            hosts.uses());
    HiddenTable fewer =
        new HiddenTable(
            "table-before",
            hosts.encoding(),
            hosts.entries(),
            hosts.score(),
            hosts.recovery(),
            hosts.places(),
            hosts.uses());
    Difference difference = Difference.between(withTables(report, fewer), withTables(report, more));

    assertThat(difference.mechanism().tables().changed())
        .containsExactly(new Change<>(fewer, more));
    assertThat(difference.headlines().getFirst())
        .startsWith("changed in what it uses: a covert flow; ");
  }

  @Test
  void tablesThatShareLittleAreTwo() {
    Report one = Reports.withTables(Reports.table("t1", List.of("a", "b", "c"), "m"));
    Report other = Reports.withTables(Reports.table("t2", List.of("c", "d", "e"), "m"));
    Delta<HiddenTable> tables = Difference.between(one, other).rest().tables();

    assertThat(tables.changed()).isEmpty();
    assertThat(tables.appeared()).hasSize(1);
    assertThat(tables.vanished()).hasSize(1);
    assertThat(Difference.between(one, other).headlines())
        .containsExactly("no covert flow appeared or vanished");
  }

  private static Report with(Report report, UnaryOperator<Flow> change) {
    StaticFindings f = report.findings();
    return Reports.of(
        new StaticFindings(
            f.tables(),
            f.unreadable(),
            f.rest(),
            f.probes(),
            f.encoders(),
            f.flows().stream().map(change).toList(),
            f.notSeen()));
  }

  private static Report withTables(Report report, HiddenTable... tables) {
    StaticFindings f = report.findings();
    return Reports.of(
        new StaticFindings(
            List.of(tables),
            f.unreadable(),
            f.rest(),
            f.probes(),
            f.encoders(),
            f.flows(),
            f.notSeen()));
  }

  private static Flow copy(Flow flow, List<String> gates, Optional<String> explained) {
    return new Flow(
        flow.factors(), gates, flow.encoders(), flow.steps(), flow.confidence(), explained);
  }
}
