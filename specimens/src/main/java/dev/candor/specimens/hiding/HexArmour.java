package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;
import java.util.HexFormat;
import java.util.List;

/** Hexadecimal, two digits a byte. */
record HexArmour(boolean upper) implements Armour {
  @Override
  public List<String> steps() {
    return List.of("hex");
  }

  @Override
  public String store(byte[] bytes, Js js) {
    HexFormat format = upper ? HexFormat.of().withUpperCase() : HexFormat.of();
    return js.quote(format.formatHex(bytes));
  }

  @Override
  public String read(String stored, Js js) {
    return Idioms.fromHex(js, stored);
  }
}
