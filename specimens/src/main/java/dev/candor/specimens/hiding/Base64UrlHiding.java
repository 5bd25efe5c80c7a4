package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as base64 for URLs. */
@AutoService(Hiding.class)
public final class Base64UrlHiding implements Hiding {
  @Override
  public String name() {
    return "base64url";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64UrlArmour()), tables, js);
  }
}
