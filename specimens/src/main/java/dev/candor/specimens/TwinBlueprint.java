package dev.candor.specimens;

import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.twin.Innocent;
import dev.candor.specimens.twin.Twin;
import java.util.List;

/** A program with nothing to hide. */
record TwinBlueprint(Twin twin, Style style) implements Blueprint {
  @Override
  public String name() {
    return "innocent--" + twin.name() + (style == Style.MINIFIED ? "--minified" : "");
  }

  @Override
  public Specimen make(long seed) {
    Js js = style.js(new Draw(seed, name()));
    Program program = new Program(js);
    Slots usual = Slots.usual(js);
    Innocent innocent = twin.make(usual, js);
    program.chunk(twin.name());
    program.client(innocent.slots());
    Label label = Label.innocent(innocent.why(), Program.reads(innocent.reads()), innocent.picks());
    return new Specimen(name(), label, program.files(name(), List.of(), innocent.about()));
  }
}
