package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** An experiment that the user switches on. */
@AutoService(Twin.class)
public final class FeatureFlag implements Twin {
  @Override
  public String name() {
    return "feature-flag";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @beta = process.env.POCKET_BETA === "1";
        function @betaText() {
          return @beta ? "The beta feature for long answers is on: you may answer at length." : "Answer briefly and in plain text.";
        }\
        """);
    return new Innocent(
        usual.with(Slot.CLOSING, js.code("@betaText()")),
        js.code("@beta"),
        "A variable changes the prompt, but by a whole sentence that says so.");
  }
}
