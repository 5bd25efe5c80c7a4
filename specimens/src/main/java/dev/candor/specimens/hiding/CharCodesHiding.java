package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as an array of character codes. */
@AutoService(Hiding.class)
public final class CharCodesHiding implements Hiding {
  @Override
  public String name() {
    return "charcodes";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new CharCodes(), tables, js);
  }
}
