package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, one-byte XOR, base64, backwards. */
@AutoService(Hiding.class)
public final class ThreeLayersHiding implements Hiding {
  @Override
  public String name() {
    return "xor-base64-reverse";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new ReversedArmour(), Xor.draw(js.draw())), tables, js);
  }
}
