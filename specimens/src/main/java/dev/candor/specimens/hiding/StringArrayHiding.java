package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** An obfuscator's turned string array, base64 with swapped cases. */
@AutoService(Hiding.class)
public final class StringArrayHiding implements Hiding {
  @Override
  public String name() {
    return "string-array";
  }

  @Override
  public int mostEntries() {
    return 60;
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return StringArray.hide(tables, js, false);
  }
}
