package dev.candor.specimens.hiding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;

/**
 * The RC4 stream cipher.
 *
 * @param key ASCII
 */
record Rc4(String key) implements Layer {
  static Rc4 draw(Draw draw) {
    return new Rc4(
        draw.text(draw.between(5, 16), "abcdefghijklmnopqrstuvwxyzABCDEFGHKMNP23456789"));
  }

  @Override
  public String step() {
    return "rc4:\"" + key + "\"";
  }

  @Override
  public byte[] encode(byte[] plain) {
    byte[] pad = key.getBytes(US_ASCII);
    int[] state = new int[256];
    for (int i = 0; i < 256; i++) {
      state[i] = i;
    }
    for (int i = 0, j = 0; i < 256; i++) {
      j = (j + state[i] + pad[i % pad.length]) & 255;
      swap(state, i, j);
    }
    byte[] out = plain.clone();
    for (int n = 0, i = 0, j = 0; n < out.length; n++) {
      i = (i + 1) & 255;
      j = (j + state[i]) & 255;
      swap(state, i, j);
      out[n] ^= (byte) state[(state[i] + state[j]) & 255];
    }
    return out;
  }

  private static void swap(int[] state, int i, int j) {
    int kept = state[i];
    state[i] = state[j];
    state[j] = kept;
  }

  @Override
  public String decode(String bytes, Js js) {
    String key = Idioms.hoist(js, "key", js.quote(this.key));
    return declare(js) + "(" + bytes + ", " + key + ")";
  }

  /** Declares a function of bytes and a key, and gives its name. */
  static String declare(Js js) {
    String swap =
        js.draw()
            .pick(
                "[@state[@i], @state[@j]] = [@state[@j], @state[@i]];",
                "@kept = @state[@i];\n@state[@i] = @state[@j];\n@state[@j] = @kept;");
    return js.function(
        "stream",
        "all, pad",
        """
        const @state = @0, @out = [];
        let @i = 0, @j = 0, @kept = 0;
        for (; @i < 256; @i++) {
          @j = (@j + @state[@i] + @pad.charCodeAt(@i % @pad.length)) % 256;
          @1
        }
        @i = @j = 0;
        for (let @index = 0; @index < @all.length; @index++) {
          @i = (@i + 1) % 256;
          @j = (@j + @state[@i]) % 256;
          @1
          @out.push(@all[@index] ^ @state[(@state[@i] + @state[@j]) % 256]);
        }
        return @out;\
        """,
        js.draw().pick("[...Array(256).keys()]", "Array.from({ length: 256 }, (_, i) => i)"),
        js.code(swap));
  }
}
