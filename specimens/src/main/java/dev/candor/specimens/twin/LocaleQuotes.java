package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Quotes as the language has them. */
@AutoService(Twin.class)
public final class LocaleQuotes implements Twin {
  @Override
  public String name() {
    return "locale-quotes";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @quotePairs = { fr: ["\\u00ab\\u00a0", "\\u00a0\\u00bb"], de: ["\\u201e", "\\u201c"], pl: ["\\u201e", "\\u201d"], ja: ["\\u300c", "\\u300d"] };
        function @quoted(@title) {
          const @language = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "en").slice(0, 2).toLowerCase();
          const [@open, @close] = @quotePairs[@language] || ["\\u201c", "\\u201d"];
          return @open + @title + @close;
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.PERSONA,
                js.code(
                    "\"You are \" + @quoted(\"pocket-agent\") + \", a helpful command line assistant.\"")),
            js.code("@quoted(\"a\").length > 2"),
            "The locale picks the quotes of a sentence, but those that its language uses.")
        .reading("locale")
        .picking("lookalike", "localised", "format");
  }
}
