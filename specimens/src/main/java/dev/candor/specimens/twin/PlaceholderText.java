package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Words for sample paragraphs. */
@AutoService(Twin.class)
public final class PlaceholderText implements Twin {
  @Override
  public String name() {
    return "placeholder-text";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @filler = "@0".split(" ");
        function @paragraph(@count) {
          return Array.from({ length: @count }, (@none, @n) => @filler[(@n * 7) % @filler.length]).join(" ") + ".";
        }\
        """,
        Assets.words(js.draw(), 80));
    return new Innocent(
        usual,
        js.code("@paragraph(5)"),
        "A joined word list that is split, but in clear and only printed.");
  }
}
