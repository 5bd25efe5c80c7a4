package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;

/**
 * Bytes in another order: byte {@code i} of the plain text stands at {@code (i * step + offset)
 * modulo length}, or at the next free place.
 */
record Transposed(int stride, int offset) implements Layer {
  static Transposed draw(Draw draw) {
    return new Transposed(draw.between(7, 97), draw.between(1, 50));
  }

  @Override
  public String step() {
    return "";
  }

  @Override
  public byte[] encode(byte[] plain) {
    int length = plain.length;
    byte[] out = new byte[length];
    boolean[] used = new boolean[length];
    for (int i = 0; i < length; i++) {
      int place = (i * stride + offset) % length;
      while (used[place]) {
        place = (place + 1) % length;
      }
      used[place] = true;
      out[place] = plain[i];
    }
    return out;
  }

  @Override
  public String decode(String bytes, Js js) {
    String name =
        js.function(
            "unweave",
            "all",
            """
            const @seen = new Set(), @size = @all.length, @out = [];
            for (let @index = 0; @index < @size; @index++) {
              let @place = (@index * @0 + @1) % @size;
              while (@seen.has(@place)) {
                @place = (@place + 1) % @size;
              }
              @seen.add(@place);
              @out.push(@all[@place]);
            }
            return @out;\
            """,
            js.number(stride),
            js.number(offset));
    return name + "(" + bytes + ")";
  }
}
