package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, one-byte XOR, base64. */
@AutoService(Hiding.class)
public final class XorBase64Hiding implements Hiding {
  @Override
  public String name() {
    return "xor-base64";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), Xor.draw(js.draw())), tables, js);
  }
}
