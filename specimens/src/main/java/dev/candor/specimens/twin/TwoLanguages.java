package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Speaks two languages. */
@AutoService(Twin.class)
public final class TwoLanguages implements Twin {
  @Override
  public String name() {
    return "two-languages";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @phrases = {
          en: { brief: "Answer briefly and in plain text.", language: "Answer in English." },
          de: { brief: "Antworte kurz und in reinem Text.", language: "Antworte auf Deutsch." }
        };
        function @phrase(@key) {
          const @tag = Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2);
          return (@phrases[@tag] || @phrases.en)[@key];
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@phrase(\"brief\") + \" \" + @phrase(\"language\")")),
            js.code("@phrase(\"language\").length"),
            "The locale picks the sentence, but in its own language and for people to read.")
        .reading("locale");
  }
}
