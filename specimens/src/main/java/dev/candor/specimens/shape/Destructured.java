package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.js.Js;

/** The outcome is a field of an object that is taken apart. */
@AutoService(Shape.class)
public final class Destructured implements Shape {
  @Override
  public String name() {
    return "destructured";
  }

  @Override
  public String hand(String check, Js js) {
    String field = js.draw().pick("known", "near", "match");
    js.function("report", "", "return { time: Date.now(), @1: @0 };", check, field);
    js.function(
        "outline", "", "const { @0: @held = false } = @report();\nreturn { seen: @held };", field);
    return js.name("held");
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  @Override
  public String deliver(String check, Slot slot, String expression, Js js) {
    String word = js.fresh("render");
    js.function(
        word, slot.parameters(), "const { seen: @held } = @outline();\nreturn @0;", expression);
    return js.name(word) + "(" + Tuple.parameters(slot, js) + ")";
  }
}
