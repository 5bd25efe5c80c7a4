package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Does not ask questions in build services. */
@AutoService(Twin.class)
public final class QuietInBuilds implements Twin {
  @Override
  public String name() {
    return "quiet-in-builds";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @mannerText() {
          return process.env.CI || process.env.GITHUB_ACTIONS ? "Nobody can answer: do not ask questions." : "Answer briefly and in plain text.";
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@mannerText()")),
            js.code("@mannerText().length"),
            "A variable of build services changes the prompt, but by an instruction that can be read.")
        .reading("ci");
  }
}
