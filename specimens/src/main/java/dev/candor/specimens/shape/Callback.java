package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.js.Js;

/** The outcome is handed to a function that was given. */
@AutoService(Shape.class)
public final class Callback implements Shape {
  @Override
  public String name() {
    return "callback";
  }

  @Override
  public String hand(String check, Js js) {
    js.function(
        "inspect",
        "use",
        js.draw()
            .pick("return @use(null, @0);", "const @found = @0;\nreturn @use(undefined, @found);"),
        check);
    return js.name("held");
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  @Override
  public String deliver(String check, Slot slot, String expression, Js js) {
    return js.code("@inspect((@problem, @held) => (@0))", expression);
  }
}
