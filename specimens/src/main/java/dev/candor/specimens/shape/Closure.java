package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** A function keeps the outcome for another one that it makes. */
@AutoService(Shape.class)
public final class Closure implements Shape {
  @Override
  public String name() {
    return "closure";
  }

  @Override
  public String hand(String check, Js js) {
    if (js.draw().chance(50)) {
      js.declare(
          """
          function @keeper(@kept) {
            return function () {
              return @kept;
            };
          }
          const @tell = @keeper(@0);\
          """,
          check);
    } else {
      js.declare(
          """
          const @tell = (() => {
            const @kept = @0;
            return () => @kept;
          })();\
          """,
          check);
    }
    return js.code("@tell()");
  }
}
