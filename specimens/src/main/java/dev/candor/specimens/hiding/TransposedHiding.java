package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, bytes reordered by a home-made rule and shifted, base64. */
@AutoService(Hiding.class)
public final class TransposedHiding implements Hiding {
  @Override
  public String name() {
    return "own-order";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(
        new Unlisted(
            new ByteCoding(new Base64Armour(), Transposed.draw(js.draw()), Add.draw(js.draw()))),
        tables,
        js);
  }
}
