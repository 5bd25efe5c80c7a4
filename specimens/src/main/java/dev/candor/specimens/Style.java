package dev.candor.specimens;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;

/** How a specimen's code looks. */
enum Style {
  FILES,
  MINIFIED,
  DRAWN;

  Js js(Draw draw) {
    boolean minified = this == MINIFIED || (this == DRAWN && draw.chance(60));
    boolean bundled = minified ? draw.chance(85) : this == DRAWN && draw.chance(50);
    return new Js(draw, minified, bundled);
  }
}
