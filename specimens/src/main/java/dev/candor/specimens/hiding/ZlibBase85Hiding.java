package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, zlib, Adobe's base 85. */
@AutoService(Hiding.class)
public final class ZlibBase85Hiding implements Hiding {
  @Override
  public String name() {
    return "zlib-ascii85";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base85Armour(false), Deflated.ZLIB), tables, js);
  }
}
