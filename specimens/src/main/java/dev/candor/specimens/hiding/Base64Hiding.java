package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as base64. */
@AutoService(Hiding.class)
public final class Base64Hiding implements Hiding {
  @Override
  public String name() {
    return "base64";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour()), tables, js);
  }
}
