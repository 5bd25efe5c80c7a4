package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import java.util.List;

/**
 * Letters moved along the alphabet.
 *
 * @param back how far decoding moves them, 1 to 25
 */
record Rotated(int back) implements Coding {
  static Rotated draw(Draw draw) {
    return new Rotated(draw.chance(40) ? 13 : draw.between(1, 25));
  }

  @Override
  public List<String> steps() {
    return List.of("rot" + (26 - back));
  }

  @Override
  public String store(String text, Js js) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) move(c)));
    return js.quote(out.toString());
  }

  private int move(int c) {
    int first = c >= 'a' ? 'a' : 'A';
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter ? (c - first + 26 - back) % 26 + first : c;
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    if (js.draw().chance(40)) {
      js.declare("const @alphabet = \"abcdefghijklmnopqrstuvwxyz\";");
      return js.code(
          "@0.replace(/[a-z]/g, (@char) => @alphabet[(@alphabet.indexOf(@char) + @1) % 26])"
              + ".replace(/[A-Z]/g, (@char) => @alphabet[(@alphabet.indexOf(@char.toLowerCase())"
              + " + @1) % 26].toUpperCase())",
          stored, js.number(back));
    }
    return js.code(
        "@0.replace(/[a-zA-Z]/g, (@char) => String.fromCharCode((@char.charCodeAt(0) % 32 - 1 + @1)"
            + " % 26 + (@char < \"a\" ? 65 : 97)))",
        stored, js.number(back));
  }
}
