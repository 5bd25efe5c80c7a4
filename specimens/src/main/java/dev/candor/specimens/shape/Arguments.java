package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.js.Js;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcome is handed on as an argument, through two functions. */
@AutoService(Shape.class)
public final class Arguments implements Shape {
  @Override
  public String name() {
    return "arguments";
  }

  @Override
  public String hand(String check, Js js) {
    return js.name("held");
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  @Override
  public String deliver(String check, Slot slot, String expression, Js js) {
    String inner = js.fresh("render");
    String outer = js.fresh("compose");
    String own = slot.parameters();
    String all = own.isEmpty() ? "held" : own + ", held";
    js.function(inner, own.isEmpty() ? "held" : "held, " + own, "return @0;", expression);
    js.function(outer, all, "return @0(@1);", js.name(inner), arguments("held", own, js));
    return js.name(outer)
        + "("
        + arguments(own, "", js)
        + (own.isEmpty() ? "" : ", ")
        + check
        + ")";
  }

  private static String arguments(String first, String others, Js js) {
    return Stream.of(first.split(", "), others.split(", "))
        .flatMap(Arrays::stream)
        .filter(word -> !word.isEmpty())
        .map(js::name)
        .collect(Collectors.joining(", "));
  }
}
