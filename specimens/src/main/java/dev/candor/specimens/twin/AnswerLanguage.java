package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Asks for answers in the user's language. */
@AutoService(Twin.class)
public final class AnswerLanguage implements Twin {
  @Override
  public String name() {
    return "answer-language";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @languages = { de: "German", fr: "French", es: "Spanish", ja: "Japanese", zh: "Chinese", pt: "Portuguese" };
        function @languageText() {
          const @tag = (process.env.LC_ALL || process.env.LANG || "en").slice(0, 2);
          return "Answer in " + (@languages[@tag] || "English") + ".";
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@languageText()")),
            js.code("@languageText().length"),
            "The locale changes the prompt, but by an instruction that can be read.")
        .reading("locale");
  }
}
