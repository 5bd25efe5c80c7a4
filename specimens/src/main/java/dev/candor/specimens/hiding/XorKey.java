package dev.candor.specimens.hiding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;

/**
 * Exclusive or with a key that repeats.
 *
 * @param key ASCII
 */
record XorKey(String key) implements Layer {
  static XorKey draw(Draw draw) {
    return new XorKey(
        draw.text(draw.between(4, 12), "abcdefghijklmnopqrstuvwxyzABCDEFGHKMNP23456789"));
  }

  @Override
  public String step() {
    return "xor:\"" + key + "\"";
  }

  @Override
  public byte[] encode(byte[] plain) {
    byte[] pad = key.getBytes(US_ASCII);
    byte[] out = plain.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] ^= pad[i % pad.length];
    }
    return out;
  }

  @Override
  public String decode(String bytes, Js js) {
    String name = js.name("key");
    if (js.draw().chance(30)) {
      js.declare("const @0 = Buffer.from(@1);", name, js.quote(key));
      return Idioms.map(js, bytes, "@byte ^ @0[@index % @0.length]", name);
    }
    js.declare("const @0 = @1;", name, js.quote(key));
    return Idioms.map(js, bytes, "@byte ^ @0.charCodeAt(@index % @0.length)", name);
  }
}
