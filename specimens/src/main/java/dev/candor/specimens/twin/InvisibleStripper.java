package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Takes invisible characters out of pasted text. */
@AutoService(Twin.class)
public final class InvisibleStripper implements Twin {
  @Override
  public String name() {
    return "invisible-stripper";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @unseen = /[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]/g;
        function @clean(@text) {
          return @text.replace(@unseen, "");
        }\
        """);
    return new Innocent(
        usual,
        js.code("@clean(\"a\\u200bb\")"),
        "Names invisible characters, but only to take them out.");
  }
}
