package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as hexadecimal. */
@AutoService(Hiding.class)
public final class HexHiding implements Hiding {
  @Override
  public String name() {
    return "hex";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new HexArmour(js.draw().chance(30))), tables, js);
  }
}
