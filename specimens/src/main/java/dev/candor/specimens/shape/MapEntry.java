package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** The outcome is an entry of a map. */
@AutoService(Shape.class)
public final class MapEntry implements Shape {
  @Override
  public String name() {
    return "map";
  }

  @Override
  public String hand(String check, Js js) {
    String key = js.quote(js.draw().pick("place", "zone", "kind"));
    js.declare("const @facts = new Map([[\"version\", process.version]]);");
    js.declare(
        js.draw().pick("@facts.set(@0, @1);", "@facts.set(\"when\", 0).set(@0, @1);"), key, check);
    return js.code("@facts.get(@0)", key);
  }
}
