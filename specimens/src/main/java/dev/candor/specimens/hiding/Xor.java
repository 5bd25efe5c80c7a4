package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;

/**
 * Exclusive or with one byte.
 *
 * @param key 1 to 255
 */
record Xor(int key) implements Layer {
  static Xor draw(Draw draw) {
    return new Xor(draw.between(1, 255));
  }

  @Override
  public String step() {
    return "xor:" + key;
  }

  @Override
  public byte[] encode(byte[] plain) {
    byte[] out = plain.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] ^= (byte) key;
    }
    return out;
  }

  @Override
  public String decode(String bytes, Js js) {
    return Idioms.map(js, bytes, "@byte ^ @0", Idioms.hoist(js, "key", js.number(key)));
  }
}
