package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Not hidden at all. */
@AutoService(Hiding.class)
public final class PlainHiding implements Hiding {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new Clear(), tables, js);
  }

  @Override
  public boolean plain() {
    return true;
  }
}
