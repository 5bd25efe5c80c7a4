package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, a home-made stream cipher, base64. */
@AutoService(Hiding.class)
public final class LcgHiding implements Hiding {
  @Override
  public String name() {
    return "own-keystream";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(
        new Unlisted(new ByteCoding(new Base64Armour(), Lcg.draw(js.draw()))), tables, js);
  }
}
