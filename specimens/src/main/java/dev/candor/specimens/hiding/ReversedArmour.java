package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;
import java.util.stream.Stream;

/** The text of base64, from its end to its start. */
record ReversedArmour() implements Armour {
  @Override
  public List<String> steps() {
    return Stream.concat(Stream.of("reversed"), new Base64Armour().steps().stream()).toList();
  }

  @Override
  public String store(byte[] bytes, Js js) {
    String text = new Base64Armour().store(bytes, js);
    return text.charAt(0)
        + new StringBuilder(text.substring(1, text.length() - 1)).reverse().toString()
        + text.charAt(0);
  }

  @Override
  public String read(String stored, Js js) {
    return new Base64Armour().read(Reversed.reverse(stored, js), js);
  }
}
