package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, Brotli, base64. */
@AutoService(Hiding.class)
public final class BrotliHiding implements Hiding {
  @Override
  public String name() {
    return "brotli";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), new Brotli()), tables, js);
  }
}
