package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Tries two wordings by chance. */
@AutoService(Twin.class)
public final class CoinExperiment implements Twin {
  @Override
  public String name() {
    return "coin-experiment";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @arm = Math.random() < 0.5;
        function @trialText() {
          return "Answer " + (@arm ? "briefly" : "concisely") + " and in plain text.";
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@trialText()")),
            js.code("@trialText().length > 9"),
            "One word for another of the same meaning, but by chance alone.")
        .picking("wording");
  }
}
