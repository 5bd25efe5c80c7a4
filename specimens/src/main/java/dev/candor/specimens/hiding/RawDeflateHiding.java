package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, raw deflate, base64. */
@AutoService(Hiding.class)
public final class RawDeflateHiding implements Hiding {
  @Override
  public String name() {
    return "deflate";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), Deflated.RAW), tables, js);
  }
}
