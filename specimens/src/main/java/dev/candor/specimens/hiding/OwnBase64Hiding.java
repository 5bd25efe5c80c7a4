package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as base64 over a permuted alphabet. */
@AutoService(Hiding.class)
public final class OwnBase64Hiding implements Hiding {
  @Override
  public String name() {
    return "base64-alphabet";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(BitArmour.ownBase64(js.draw())), tables, js);
  }
}
