package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Turns straight quotes into typographic ones. */
@AutoService(Twin.class)
public final class Typographer implements Twin {
  @Override
  public String name() {
    return "typographer";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @typeset(@text) {
          return @text.replace(/(\\w)'(\\w)/g, "$1\\u2019$2").replace(/"([^"]*)"/g, "\\u201c$1\\u201d").replace(/ - /g, " \\u2013 ");
        }\
        """);
    return new Innocent(
        usual.with(Slot.DATE, js.code("@typeset(\"Today's date is \" + @isoDay(@now) + \".\")")),
        js.code("@typeset(\"it's\")"),
        "Writes U+2019 in the prompt, but always: it depends on nothing.");
  }
}
