package dev.candor.audit.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.difference.Difference;
import dev.candor.core.Flow;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void anotherBuildOfTheSameSourceHasTheSameMechanism() {
    Look published = Look.of(Marked.report());

    assertThat(published.state()).isEqualTo(State.PRESENT);
    assertThat(published.mechanism()).isPresent();
    assertThat(Look.of(Marked.rebuilt()).mechanism()).isEqualTo(published.mechanism());
    assertThat(Look.of(Marked.rebuilt()).sameAs(published)).isTrue();
  }

  @Test
  void theVersionBeforeHasNone() {
    Look before = Look.of(Marked.before());

    assertThat(before.state()).isEqualTo(State.ABSENT);
    assertThat(before.mechanism()).isEmpty();
    assertThat(before.sameAs(Look.of(Marked.report()))).isFalse();
  }

  @Test
  void anotherGateIsAnotherMechanism() {
    Report report = Marked.report();
    StaticFindings all = report.findings();
    Flow flow = all.flows().getFirst();
    Flow gated =
        new Flow(
            flow.factors(),
            List.of("cloud", "ci"),
            flow.encoders(),
            flow.steps(),
            flow.confidence(),
            flow.explained());
    Report other =
        Reports.of(
            new StaticFindings(
                all.tables(),
                all.unreadable(),
                all.rest(),
                all.probes(),
                all.encoders(),
                List.of(gated),
                all.notSeen()));

    assertThat(Look.of(other).state()).isEqualTo(State.PRESENT);
    assertThat(Look.of(other).mechanism()).isNotEqualTo(Look.of(report).mechanism());
  }

  @Test
  void aHiddenTableAloneIsNoMechanismButTold() {
    Look table =
        Look.of(Reports.withTables(Reports.table("table-1", List.of("a"), "package/a.js")));

    assertThat(table.state()).isEqualTo(State.ABSENT);
    assertThat(table.sameAs(Look.of(Reports.empty()))).isFalse();
  }

  @Test
  void whatWasNotReadIsUnclear() {
    Report cut =
        Reports.of(
            new StaticFindings(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of("big")));

    assertThat(Look.of(cut).state()).isEqualTo(State.UNCLEAR);
  }

  @Test
  void itKeepsNoCodeAndStillDiffersByTheSame() {
    Report slim = Look.of(Marked.report()).report();

    assertThat(slim.findings().flows().getFirst().steps())
        .extracting(Step::snippet)
        .containsOnly("");
    assertThat(Difference.between(Marked.report(), slim).isEmpty()).isTrue();
    assertThat(Difference.between(Look.of(Marked.before()).report(), slim).reasons())
        .isEqualTo(Difference.between(Marked.before(), Marked.report()).reasons());
  }
}
