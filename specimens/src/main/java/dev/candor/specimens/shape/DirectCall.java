package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** The check is called where the text is written. */
@AutoService(Shape.class)
public final class DirectCall implements Shape {
  @Override
  public String name() {
    return "direct";
  }

  @Override
  public String hand(String check, Js js) {
    return check;
  }
}
