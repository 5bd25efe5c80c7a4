package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** A variable of the module is set once at the start. */
@AutoService(Shape.class)
public final class ModuleVariable implements Shape {
  @Override
  public String name() {
    return "variable";
  }

  @Override
  public String hand(String check, Js js) {
    return switch (js.draw().below(3)) {
      case 0 -> {
        js.declare("const @state = @0;", check);
        yield js.name("state");
      }
      case 1 -> {
        js.declare("var @state = !1;\nfunction @setUp() {\n  @state = @0;\n}\n@setUp();", check);
        yield js.name("state");
      }
      default -> {
        js.declare("let @state = false;\nfunction @setUp() {\n  @state = @0;\n}", check);
        js.start("@setUp();");
        js.function("current", "", "return @state;");
        yield js.code("@current()");
      }
    };
  }
}
