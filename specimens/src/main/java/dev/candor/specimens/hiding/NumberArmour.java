package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/** An array of numbers from 0 to 255. */
record NumberArmour() implements Armour {
  @Override
  public List<String> steps() {
    return List.of("char-codes");
  }

  @Override
  public String store(byte[] bytes, Js js) {
    String numbers = Literals.numbers(Literals.unsigned(bytes));
    return js.draw().chance(30) ? "new Uint8Array(" + numbers + ")" : numbers;
  }

  @Override
  public String read(String stored, Js js) {
    return stored;
  }
}
