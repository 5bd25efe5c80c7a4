package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** The outcome is told by a text that is put together and compared. */
@AutoService(Shape.class)
public final class TemplateText implements Shape {
  @Override
  public String name() {
    return "template";
  }

  @Override
  public String hand(String check, Js js) {
    String word = js.draw().pick("mode", "profile", "build");
    js.function("profile", "", "return `@1-${@0}`;", check, word);
    return js.code(
        js.draw().pick("(@profile() === \"@0-true\")", "@profile().endsWith(\"true\")"), word);
  }
}
