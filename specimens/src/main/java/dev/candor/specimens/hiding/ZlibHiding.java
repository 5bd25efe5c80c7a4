package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, zlib, base64. */
@AutoService(Hiding.class)
public final class ZlibHiding implements Hiding {
  @Override
  public String name() {
    return "zlib";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), Deflated.ZLIB), tables, js);
  }
}
