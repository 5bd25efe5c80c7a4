package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** The outcome is announced to whoever listens. */
@AutoService(Shape.class)
public final class Announced implements Shape {
  @Override
  public String name() {
    return "event";
  }

  @Override
  public String hand(String check, Js js) {
    js.declare(
        """
        const @bus = new @0();
        let @state = false;
        @bus.on("ready", (@found) => {
          @state = @found;
        });
        function @announce() {
          @bus.emit("ready", @1);
        }\
        """,
        js.builtin("events"),
        check);
    js.start("@announce();");
    js.function("current", "", "return @state;");
    return js.code("@current()");
  }
}
