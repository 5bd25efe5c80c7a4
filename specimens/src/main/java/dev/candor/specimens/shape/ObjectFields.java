package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** An object with more fields comes out of a function. */
@AutoService(Shape.class)
public final class ObjectFields implements Shape {
  @Override
  public String name() {
    return "fields";
  }

  @Override
  public String hand(String check, Js js) {
    String field = js.draw().pick("known", "near", "zone", "match", "special");
    js.function(
        "survey",
        "",
        js.draw()
            .pick(
                "return { ready: true, @1: @0, version: \"1.0\" };",
                "const @found = { version: \"1.0\" };\n@found.@1 = @0;\nreturn @found;",
                "if (!process.version) return null;\nreturn { @1: @0, ready: true };"),
        check,
        field);
    return js.code(
        js.draw().pick("(@survey()?.@0 ?? false)", "(@survey() || {}).@0", "@survey()[\"@0\"]"),
        field);
  }
}
