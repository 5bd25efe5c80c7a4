package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;

/**
 * Exclusive or with the encoded byte before.
 *
 * @param start stands before the first byte, 1 to 255
 */
record XorFeedback(int start) implements Layer {
  static XorFeedback draw(Draw draw) {
    return new XorFeedback(draw.between(1, 255));
  }

  @Override
  public String step() {
    return "xor:previous-stored:" + start;
  }

  @Override
  public byte[] encode(byte[] plain) {
    byte[] out = plain.clone();
    int before = start;
    for (int i = 0; i < out.length; i++) {
      out[i] ^= (byte) before;
      before = out[i];
    }
    return out;
  }

  @Override
  public String decode(String bytes, Js js) {
    return Idioms.map(
        js,
        bytes,
        js.draw()
            .pick(
                "@byte ^ (@index ? @all[@index - 1] : @0)",
                "@byte ^ (@index === 0 ? @0 : @all[@index - 1])",
                "@byte ^ (@all[@index - 1] ?? @0)"),
        js.number(start));
  }
}
