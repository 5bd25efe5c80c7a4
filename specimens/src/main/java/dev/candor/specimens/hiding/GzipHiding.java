package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, gzip, base64. */
@AutoService(Hiding.class)
public final class GzipHiding implements Hiding {
  @Override
  public String name() {
    return "gzip";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), Deflated.GZIP), tables, js);
  }
}
