package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, cut into shuffled pieces. */
@AutoService(Hiding.class)
public final class PiecesHiding implements Hiding {
  @Override
  public String name() {
    return "pieces";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new Pieces(), tables, js);
  }

  @Override
  public int mostEntries() {
    return 100;
  }
}
