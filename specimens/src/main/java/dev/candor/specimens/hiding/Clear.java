package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** Text as it is. */
record Clear() implements Coding {
  @Override
  public List<String> steps() {
    return List.of();
  }

  @Override
  public String store(String text, Js js) {
    return js.quote(text);
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    return stored;
  }
}
