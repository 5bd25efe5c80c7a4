package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, bytes shifted by a constant, base64. */
@AutoService(Hiding.class)
public final class AddBase64Hiding implements Hiding {
  @Override
  public String name() {
    return "add";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), Add.draw(js.draw())), tables, js);
  }
}
