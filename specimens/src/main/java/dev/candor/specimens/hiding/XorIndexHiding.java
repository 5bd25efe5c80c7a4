package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, XOR with a key that counts up, base64. */
@AutoService(Hiding.class)
public final class XorIndexHiding implements Hiding {
  @Override
  public String name() {
    return "xor-index";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), XorIndex.draw(js.draw())), tables, js);
  }
}
