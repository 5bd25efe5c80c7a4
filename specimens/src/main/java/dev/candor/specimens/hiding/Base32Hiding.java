package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as base32. */
@AutoService(Hiding.class)
public final class Base32Hiding implements Hiding {
  @Override
  public String name() {
    return "base32";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(BitArmour.base32()), tables, js);
  }
}
