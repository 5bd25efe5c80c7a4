package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** A coding that no catalogue of encodings names, so that only evaluation can read it. */
record Unlisted(Coding coding) implements Coding {
  @Override
  public List<String> steps() {
    return List.of();
  }

  @Override
  public String store(String text, Js js) {
    return coding.store(text, js);
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    return coding.read(stored, ascii, js);
  }
}
