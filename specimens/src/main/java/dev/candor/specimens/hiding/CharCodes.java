package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/** An array of character codes. */
record CharCodes() implements Coding {
  @Override
  public List<String> steps() {
    return List.of("char-codes");
  }

  @Override
  public String store(String text, Js js) {
    return Literals.numbers(text.chars().boxed().toList());
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    return switch (js.draw().below(4)) {
      case 0 -> "String.fromCharCode(..." + stored + ")";
      case 1 -> "String.fromCharCode.apply(null, " + stored + ")";
      case 2 -> js.code("@0.map((@n) => String.fromCharCode(@n)).join(\"\")", stored);
      default -> js.code("@0.reduce((@out, @n) => @out + String.fromCodePoint(@n), \"\")", stored);
    };
  }
}
