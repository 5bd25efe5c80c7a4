package dev.candor.audit.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.lab.inference.Corroboration;
import dev.candor.lab.inference.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalDifferenceTest {
  private static final Report NONE = Reports.audited(Shown.nothing().observed());
  private static final Report FORMAT = with(signal(Form.FORMAT, Shown.ASKING, "", Map.of()));

  @Test
  void whatOnlyTheNewerHasAppeared() {
    SignalDifference difference = SignalDifference.between(NONE, FORMAT);

    assertThat(difference.covert().appeared()).hasSize(1);
    assertThat(difference.reasons())
        .containsExactly(
            "appeared: a covert signal; timezone shows in the separator or letter case, 1.0 bits");
  }

  @Test
  void whatOnlyTheOlderHasVanished() {
    SignalDifference difference = SignalDifference.between(FORMAT, NONE);

    assertThat(difference.covert().vanished()).hasSize(1);
    assertThat(difference.reasons()).first().asString().startsWith("vanished: a covert signal;");
  }

  @Test
  void otherTrialsAndGatesOfTheSameSignalAreNoDifference() {
    Signal gated =
        Shown.signal(Form.FORMAT, Shown.ASKING, "", Map.of("ci", Set.of("true")), 3, 4, 9, 10);

    assertThat(SignalDifference.between(FORMAT, with(gated)).isEmpty()).isTrue();
    assertThat(SignalDifference.between(FORMAT, FORMAT).reasons()).isEmpty();
  }

  @Test
  void anotherRequestOfTheSamePathIsTheSamePlace() {
    Report second = with(signal(Form.FORMAT, Shown.ASKING + " #2", "", Map.of()));

    assertThat(SignalDifference.between(FORMAT, second).isEmpty()).isTrue();
  }

  @Test
  void anotherPlaceOrSymbolIsAChange() {
    Report elsewhere = with(signal(Form.FORMAT, "POST /v1/telemetry", "", Map.of()));
    Report otherwise = with(signal(Form.FORMAT, Shown.ASKING, "x", Map.of()));

    assertThat(SignalDifference.between(FORMAT, elsewhere).covert().changed()).hasSize(1);
    assertThat(SignalDifference.between(FORMAT, otherwise).reasons())
        .singleElement()
        .asString()
        .startsWith("changed: a covert signal; timezone");
  }

  @Test
  void anotherFormIsAnotherSignal() {
    Report lookalike = with(signal(Form.LOOKALIKE, Shown.ASKING, "", Map.of()));
    Delta<Signal> covert = SignalDifference.between(FORMAT, lookalike).covert();

    assertThat(covert.appeared()).hasSize(1);
    assertThat(covert.vanished()).hasSize(1);
  }

  @Test
  void whatNobodyCanReadIsComparedWithoutItsSymbolsAndWhatCanIsNot() {
    Report opaque = with(signal(Form.OPAQUE, Shown.ASKING, "", Map.of()));
    Signal other = Shown.signal(Form.OPAQUE, Shown.ASKING, "", Map.of(), 1);
    Report presence = with(signal(Form.PRESENCE, Shown.ASKING, "", Map.of()));

    assertThat(SignalDifference.between(NONE, opaque).opaque().appeared()).hasSize(1);
    assertThat(SignalDifference.between(opaque, with(other)).isEmpty()).isTrue();
    assertThat(SignalDifference.between(NONE, presence).isEmpty()).isTrue();
  }

  @Test
  void aScanAloneHasNone() {
    assertThat(SignalDifference.between(Reports.empty(), FORMAT).covert().appeared()).hasSize(1);
    assertThat(SignalDifference.between(Reports.empty(), Reports.empty()).isEmpty()).isTrue();
  }

  private static Signal signal(
      Form form, String request, String text, Map<String, Set<String>> gates) {
    return Shown.signal(form, request, text, gates, 1, 2, 3, 4, 5, 6);
  }

  private static Report with(Signal signal) {
    Observed none = Shown.nothing().observed();
    return Reports.audited(
        new Observed(
            none.tool(),
            none.installation(),
            none.command(),
            none.asked(),
            none.seed(),
            none.ending(),
            none.trials(),
            List.of(new Confirmed(signal, new Corroboration(2, 2, 0.01))),
            none.unconfirmed(),
            none.explained(),
            none.noise(),
            none.modelRequests(),
            none.sentTo(),
            none.receipt(),
            none.unreadable(),
            none.doubts(),
            none.notSeen(),
            none.notes()));
  }
}
