package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** The outcome is one bit of a number. */
@AutoService(Shape.class)
public final class BitField implements Shape {
  @Override
  public String name() {
    return "bits";
  }

  @Override
  public String hand(String check, Js js) {
    int bit = 1 << js.draw().below(4);
    js.function("flags", "", "return (@0 ? @1 : 0) | (process.version ? 16 : 0);", check, bit);
    return js.code("((@flags() & @0) !== 0)", bit);
  }
}
