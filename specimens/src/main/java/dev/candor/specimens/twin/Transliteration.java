package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Letters of other scripts as ASCII, for file names. */
@AutoService(Twin.class)
public final class Transliteration implements Twin {
  @Override
  public String name() {
    return "transliteration";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @letters = { "\\u0430": "a", "\\u0431": "b", "\\u0432": "v", "\\u0435": "e", "\\u043e": "o", "\\u0440": "r", "\\u0441": "s", "\\u00e4": "ae", "\\u00f6": "oe", "\\u00fc": "ue", "\\u00df": "ss", "\\u00e9": "e", "\\u00f1": "n" };
        function @slug(@title) {
          return [...@title.toLowerCase()].map((@letter) => @letters[@letter] || @letter).join("").replace(/[^a-z0-9]+/g, "-");
        }\
        """);
    return new Innocent(
        usual,
        js.code("@slug(\"B\\u00e4r\")"),
        "Maps look-alike letters, but from the user's text to plain letters.");
  }
}
