package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;

/**
 * A cipher of nobody's catalogue: the key stream is the high byte of a linear congruence.
 *
 * @param seed start of the congruence
 * @param factor one more than a multiple of four
 */
record Lcg(int seed, int factor, int addend) implements Layer {
  static Lcg draw(Draw draw) {
    return new Lcg(
        draw.between(1000, 1 << 30),
        draw.between(100_000, 1 << 24) * 4 + 1,
        draw.between(1, 9999) * 2 + 1);
  }

  @Override
  public String step() {
    return "";
  }

  @Override
  public byte[] encode(byte[] plain) {
    byte[] out = plain.clone();
    int state = seed;
    for (int i = 0; i < out.length; i++) {
      state = state * factor + addend;
      out[i] ^= (byte) (state >>> 24);
    }
    return out;
  }

  @Override
  public String decode(String bytes, Js js) {
    String body =
        js.draw().chance(50)
            ? """
            let @state = @0;
            return Array.from(@all, (@byte) => {
              @state = (Math.imul(@state, @1) + @2) | 0;
              return @byte ^ (@state >>> 24);
            });\
            """
            : """
            const @out = [];
            for (let @state = @0, @index = 0; @index < @all.length; @index++) {
              @state = (Math.imul(@1, @state) + @2) >>> 0;
              @out.push((@all[@index] ^ (@state >>> 24)) & 255);
            }
            return @out;\
            """;
    String name =
        js.function("whiten", "all", body, js.number(seed), js.number(factor), js.number(addend));
    return name + "(" + bytes + ")";
  }
}
