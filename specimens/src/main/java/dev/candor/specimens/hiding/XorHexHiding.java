package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, one-byte XOR, hexadecimal. */
@AutoService(Hiding.class)
public final class XorHexHiding implements Hiding {
  @Override
  public String name() {
    return "xor-hex";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new HexArmour(false), Xor.draw(js.draw())), tables, js);
  }
}
