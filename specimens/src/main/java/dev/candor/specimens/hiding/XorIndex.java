package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;

/**
 * Exclusive or with a key that grows by one with each byte.
 *
 * @param key of the first byte, 0 to 255
 */
record XorIndex(int key) implements Layer {
  static XorIndex draw(Draw draw) {
    return new XorIndex(draw.between(1, 255));
  }

  @Override
  public String step() {
    return "xor:" + key + "+1*index";
  }

  @Override
  public byte[] encode(byte[] plain) {
    byte[] out = plain.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] ^= (byte) (key + i);
    }
    return out;
  }

  @Override
  public String decode(String bytes, Js js) {
    String start = Idioms.hoist(js, "key", js.number(key));
    return Idioms.map(
        js,
        bytes,
        js.draw().pick("@byte ^ ((@0 + @index) & 255)", "@byte ^ ((@index + @0) % 256)"),
        start);
  }
}
