package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Folds quotes, dashes and spaces to ASCII. */
@AutoService(Twin.class)
public final class PunctuationFolding implements Twin {
  @Override
  public String name() {
    return "punctuation-folding";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @folds = [[/[\\u2018\\u2019\\u02bc\\u02b9\\u2032]/g, "'"], [/[\\u201c\\u201d]/g, "\\""], [/[\\u2010-\\u2015]/g, "-"], [/[\\u00a0\\u2007\\u2009\\u202f]/g, " "]];
        function @fold(@text) {
          return @folds.reduce((@rest, [@pattern, @plain]) => @rest.replace(@pattern, @plain), @text);
        }\
        """);
    return new Innocent(
        usual,
        js.code("@fold(\"it\\u2019s\")"),
        "Holds all look-alikes of the apostrophe, but takes them out of the answer, always.");
  }
}
