package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, neighbouring characters swapped. */
@AutoService(Hiding.class)
public final class SwappedHiding implements Hiding {
  @Override
  public String name() {
    return "swap";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new Swapped(), tables, js);
  }
}
