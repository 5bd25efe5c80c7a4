package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as ZeroMQ's base 85. */
@AutoService(Hiding.class)
public final class Z85Hiding implements Hiding {
  @Override
  public String name() {
    return "z85";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base85Armour(true)), tables, js);
  }
}
