package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import java.util.List;

/**
 * Groups of bits, highest first, as characters of an alphabet that stands in the code: base64 with
 * 64 characters, base32 with 32; no padding.
 */
record BitArmour(String step, String alphabet) implements Armour {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Base64 over its own characters in another order. */
  static BitArmour ownBase64(Draw draw) {
    String alphabet = draw.shuffled(BASE64);
    return new BitArmour("base64:" + alphabet, alphabet);
  }

  /** Base32 (RFC 4648, section 6). */
  static BitArmour base32() {
    return new BitArmour("base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
  }

  private int width() {
    return Integer.numberOfTrailingZeros(alphabet.length());
  }

  @Override
  public List<String> steps() {
    return List.of(step);
  }

  @Override
  public String store(byte[] bytes, Js js) {
    StringBuilder out = new StringBuilder();
    int held = 0;
    int count = 0;
    for (byte b : bytes) {
      held = (held << 8 | (b & 255)) & 0xffff;
      for (count += 8; count >= width(); count -= width()) {
        out.append(alphabet.charAt((held >>> (count - width())) & (alphabet.length() - 1)));
      }
    }
    if (count > 0) {
      out.append(alphabet.charAt((held << (width() - count)) & (alphabet.length() - 1)));
    }
    return js.quote(out.toString());
  }

  @Override
  public String read(String stored, Js js) {
    js.declare("const @alphabet = @0;", js.quote(alphabet));
    String name =
        js.function(
            "unbit",
            "text",
            """
            const @out = [];
            let @held = 0, @count = 0;
            for (const @char of @text) {
              @held = ((@held << @0) | @alphabet.indexOf(@char)) & 65535;
              @count += @0;
              if (@count >= 8) {
                @count -= 8;
                @out.push((@held >> @count) & 255);
              }
            }
            return @out;\
            """,
            width());
    return name + "(" + stored + ")";
  }
}
