package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, letters moved along the alphabet. */
@AutoService(Hiding.class)
public final class RotatedHiding implements Hiding {
  @Override
  public String name() {
    return "rot";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(Rotated.draw(js.draw()), tables, js);
  }
}
