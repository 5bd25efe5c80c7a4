package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, as an array of distances between character codes. */
@AutoService(Hiding.class)
public final class DeltaHiding implements Hiding {
  @Override
  public String name() {
    return "delta";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new DeltaArmour()), tables, js);
  }
}
