package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, repeating-key XOR, base64. */
@AutoService(Hiding.class)
public final class XorKeyBase64Hiding implements Hiding {
  @Override
  public String name() {
    return "xor-key-base64";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), XorKey.draw(js.draw())), tables, js);
  }
}
