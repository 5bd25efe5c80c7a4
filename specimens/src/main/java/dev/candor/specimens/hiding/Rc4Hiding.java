package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, RC4 with its key in the code, base64 or hexadecimal. */
@AutoService(Hiding.class)
public final class Rc4Hiding implements Hiding {
  @Override
  public String name() {
    return "rc4";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(
        new ByteCoding(
            js.draw().chance(60) ? new Base64Armour() : new HexArmour(false), Rc4.draw(js.draw())),
        tables,
        js);
  }
}
