package dev.candor.specimens;

import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.twin.Innocent;
import dev.candor.specimens.twin.Twin;
import java.util.ArrayList;
import java.util.List;

/** Innocent library code around what is to be found. */
final class Filler {
  private Filler() {}

  /**
   * Libraries in a program.
   *
   * @param about an expression that uses them
   * @param reads the factors that they read
   */
  record Filled(String about, List<String> reads) {}

  /** Adds one to three libraries. */
  static Filled add(Program program, Slots usual, Js js) {
    List<Twin> libraries = js.draw().shuffled(Kinds.TWINS);
    int wanted = js.draw().between(1, 3);
    List<String> uses = new ArrayList<>();
    List<String> reads = new ArrayList<>();
    for (Twin twin : libraries) {
      if (uses.size() == wanted) {
        break;
      }
      if (twin.library()) {
        js.enter(twin.name());
        Innocent innocent = twin.make(usual, js);
        js.enter("");
        program.chunk(twin.name());
        uses.add(innocent.about());
        reads.addAll(innocent.reads());
      }
    }
    return new Filled("[" + String.join(", ", uses) + "].join(\" \")", reads);
  }
}
