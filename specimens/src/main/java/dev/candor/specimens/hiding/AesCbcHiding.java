package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, AES-128 in CBC mode, base64. */
@AutoService(Hiding.class)
public final class AesCbcHiding implements Hiding {
  @Override
  public String name() {
    return "aes-cbc";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), Aes.cbc(js.draw())), tables, js);
  }
}
