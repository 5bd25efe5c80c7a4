package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;
import java.util.Base64;
import java.util.List;

/** Base64 (RFC 4648, section 4), with padding. */
record Base64Armour() implements Armour {
  @Override
  public List<String> steps() {
    return List.of("base64");
  }

  @Override
  public String store(byte[] bytes, Js js) {
    return js.quote(Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public String read(String stored, Js js) {
    return Idioms.fromBase64(js, stored);
  }
}
