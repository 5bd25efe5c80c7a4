package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;

/**
 * Bytes shifted by a constant, modulo 256.
 *
 * @param back what decoding adds, 1 to 255
 */
record Add(int back) implements Layer {
  static Add draw(Draw draw) {
    return new Add(draw.between(1, 255));
  }

  @Override
  public String step() {
    return "subtract:" + (256 - back);
  }

  @Override
  public byte[] encode(byte[] plain) {
    byte[] out = plain.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= (byte) back;
    }
    return out;
  }

  @Override
  public String decode(String bytes, Js js) {
    return js.draw().chance(50)
        ? Idioms.map(js, bytes, "(@byte + @0) & 255", js.number(back))
        : Idioms.map(js, bytes, "(@byte - @0 + 256) % 256", js.number(256 - back));
  }
}
