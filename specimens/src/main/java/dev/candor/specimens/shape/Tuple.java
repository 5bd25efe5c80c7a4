package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.js.Js;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The outcome is one element of an array that is taken apart. */
@AutoService(Shape.class)
public final class Tuple implements Shape {
  @Override
  public String name() {
    return "tuple";
  }

  @Override
  public String hand(String check, Js js) {
    js.function(
        "signs",
        "",
        js.draw().pick("return [process.version, @0];", "const @found = @0;\nreturn [1, @found];"),
        check);
    return js.name("held");
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  @Override
  public String deliver(String check, Slot slot, String expression, Js js) {
    String word = js.fresh("render");
    js.function(word, slot.parameters(), "const [, @held] = @signs();\nreturn @0;", expression);
    return js.name(word) + "(" + parameters(slot, js) + ")";
  }

  /** The slot's own words as code. */
  static String parameters(Slot slot, Js js) {
    return slot.parameters().isEmpty()
        ? ""
        : Arrays.stream(slot.parameters().split(", "))
            .map(js::name)
            .collect(Collectors.joining(", "));
  }
}
