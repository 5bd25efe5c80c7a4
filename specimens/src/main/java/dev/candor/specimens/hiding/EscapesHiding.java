package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, each character escaped. */
@AutoService(Hiding.class)
public final class EscapesHiding implements Hiding {
  @Override
  public String name() {
    return "escapes";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new Escaped(), tables, js);
  }
}
