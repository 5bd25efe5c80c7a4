package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, backwards. */
@AutoService(Hiding.class)
public final class ReversedHiding implements Hiding {
  @Override
  public String name() {
    return "reverse";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new Reversed(), tables, js);
  }
}
