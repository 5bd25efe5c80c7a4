package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** The outcome is read like a field, but computed. */
@AutoService(Shape.class)
public final class Getter implements Shape {
  @Override
  public String name() {
    return "getter";
  }

  @Override
  public String hand(String check, Js js) {
    js.declare(
        js.draw()
            .pick(
                "const @info = {\n  version: process.version,\n  get known() {\n    return @0;\n  }\n};",
                "class @Info {\n  get known() {\n    return @0;\n  }\n}\nconst @info = new @Info();",
                "const @info = Object.defineProperty({}, \"known\", { get: () => @0 });"),
        check);
    return js.code("@info.known");
  }
}
