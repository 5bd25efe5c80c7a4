package dev.candor.cli.recall;

import static dev.candor.cli.recall.Made.APOSTROPHE;
import static dev.candor.cli.recall.Made.encoder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Encoder;
import dev.candor.core.Form;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderRecallTest {
  @Test
  void anEncoderHasTheFormAndTheSymbolsOfTheLabel() {
    assertThat(EncoderRecall.fits(APOSTROPHE, encoder(Form.LOOKALIKE, "\u2019", "'"))).isTrue();
    assertThat(EncoderRecall.fits(APOSTROPHE, encoder(Form.LOOKALIKE, "\u02bc", "'"))).isFalse();
    assertThat(EncoderRecall.fits(APOSTROPHE, encoder(Form.FORMAT, "\u2019", "'"))).isFalse();
    assertThat(EncoderRecall.fits(APOSTROPHE, encoder(Form.LOOKALIKE))).isFalse();
  }

  @Test
  void symbolsMayStandInLargerTexts() {
    assertThat(
            EncoderRecall.fits(
                APOSTROPHE, encoder(Form.LOOKALIKE, "Today's date is ", "Today\u2019s date is ")))
        .isTrue();
    CarrierForm unseen = new CarrierForm("invisible", "invisible", "prompt", List.of("", "\u200b"));
    assertThat(EncoderRecall.fits(unseen, encoder(Form.INVISIBLE, "helpful", "helpful\u200b")))
        .isTrue();
    CarrierForm word =
        new CarrierForm("word-swap", "wording", "prompt", List.of("helpful", "handy"));
    assertThat(EncoderRecall.fits(word, encoder(Form.WORDING, "a handy tool", "a helpful tool")))
        .isTrue();
  }

  @Test
  void allSymbolsMustBeThereAndNoOthers() {
    CarrierForm four =
        new CarrierForm("four", "lookalike", "prompt", List.of("'", "\u2019", "\u02bc", "\u02b9"));
    assertThat(EncoderRecall.fits(four, encoder(Form.LOOKALIKE, "'", "\u02b9", "\u02bc", "\u2019")))
        .isTrue();
    assertThat(EncoderRecall.fits(four, encoder(Form.LOOKALIKE, "'", "\u2019"))).isFalse();
  }

  @Test
  void anOrderIsFoundAmongFurtherMembers() {
    CarrierForm order =
        new CarrierForm("key-order", "order", "body", List.of("model,max", "max,model"));
    assertThat(EncoderRecall.fits(order, encoder(Form.ORDER, "model,max,top", "max,model,top")))
        .isTrue();
    assertThat(EncoderRecall.fits(order, encoder(Form.ORDER, "model,max,top", "model,top,max")))
        .isFalse();
  }

  @Test
  void theOrderOfToolsMayBeToldByTheirNamesInTheCode() {
    CarrierForm tools =
        new CarrierForm("tool-order", "order", "body", List.of("list,count", "count,list"));
    assertThat(EncoderRecall.fits(tools, encoder(Form.ORDER, "x,...y", "...y,x"))).isTrue();
    assertThat(EncoderRecall.fits(tools, encoder(Form.ORDER, "x,...y", "x,...y"))).isFalse();
    assertThat(EncoderRecall.fits(tools, encoder(Form.ORDER, "x,...y", "z,...y"))).isFalse();
  }

  @Test
  void aBitInANumberHasNoTexts() {
    CarrierForm digit = new CarrierForm("id-digit", "numeric", "header", List.of("even", "odd"));
    assertThat(EncoderRecall.fits(digit, encoder(Form.NUMERIC, "0", "1"))).isTrue();
    CarrierForm spelling =
        new CarrierForm("number-spelling", "numeric", "body", List.of("1", "1.0"));
    assertThat(EncoderRecall.fits(spelling, encoder(Form.NUMERIC, "1", "1.0"))).isTrue();
    assertThat(EncoderRecall.fits(spelling, encoder(Form.NUMERIC, "1", "1e0"))).isFalse();
  }

  @Test
  void anEncoderInATwinIsFalseUnlessTheTwinPicksSo() {
    List<Encoder> encoders =
        List.of(encoder(Form.FORMAT, "-", "."), encoder(Form.WORDING, "a", "b"));
    Score score =
        Made.score(
            Made.twin(List.of(), List.of("format")), List.of(), List.of(), encoders, List.of());
    assertThat(score.count(Measure.ENCODERS)).isEqualTo(new Count(0, 0, 2, 1));
  }

  @Test
  void whatIsMissedIsNamed() {
    Score score =
        Made.score(Made.marking(APOSTROPHE, Made.condition("ci", Match.EQUAL, "CI")), List.of());
    assertThat(score.count(Measure.ENCODERS)).isEqualTo(new Count(1, 0, 0, 0));
    assertThat(score.remarks()).anyMatch(r -> r.contains("one: encoder apostrophe"));
  }
}
