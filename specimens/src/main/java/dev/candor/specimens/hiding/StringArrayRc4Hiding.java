package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** An obfuscator's turned string array, RC4 with a key at each call. */
@AutoService(Hiding.class)
public final class StringArrayRc4Hiding implements Hiding {
  @Override
  public String name() {
    return "string-array-rc4";
  }

  @Override
  public int mostEntries() {
    return 60;
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return StringArray.hide(tables, js, true);
  }
}
