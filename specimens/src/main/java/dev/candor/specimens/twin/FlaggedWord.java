package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A flag of its own changes a word. */
@AutoService(Twin.class)
public final class FlaggedWord implements Twin {
  @Override
  public String name() {
    return "flagged-word";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @style = process.env.POCKET_DETAIL === "1" ? "thoroughly" : "briefly";
        function @askedStyle() {
          return "Answer " + @style + " and in plain text.";
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@askedStyle()")),
            js.code("@askedStyle().length"),
            "A variable changes one word of the prompt, but it is the tool's own switch and the word says what it does.")
        .picking("wording");
  }
}
