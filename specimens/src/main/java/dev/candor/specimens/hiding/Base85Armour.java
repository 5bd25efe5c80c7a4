package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/**
 * Four bytes as five characters; a group that is not full loses as many characters as bytes.
 *
 * @param z85 the alphabet of ZeroMQ RFC 32 instead of Adobe's Ascii85 (from {@code !} on, {@code z}
 *     for a group of zeros)
 */
record Base85Armour(boolean z85) implements Armour {
  private static final String Z85 =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  @Override
  public List<String> steps() {
    return List.of(z85 ? "z85" : "ascii85");
  }

  @Override
  public String store(byte[] bytes, Js js) {
    StringBuilder out = new StringBuilder();
    for (int from = 0; from < bytes.length; from += 4) {
      int present = Math.min(4, bytes.length - from);
      long value = 0;
      for (int i = 0; i < 4; i++) {
        value = value << 8 | (i < present ? bytes[from + i] & 255 : 0);
      }
      out.append(value == 0 && present == 4 && !z85 ? "z" : group(value).substring(0, present + 1));
    }
    return Literals.quote(out.toString(), '"');
  }

  private String group(long value) {
    char[] digits = new char[5];
    long rest = value;
    for (int i = 4; i >= 0; i--) {
      int digit = (int) (rest % 85);
      digits[i] = z85 ? Z85.charAt(digit) : (char) ('!' + digit);
      rest /= 85;
    }
    return new String(digits);
  }

  @Override
  public String read(String stored, Js js) {
    String digit = "@group.charCodeAt(@i) - 33";
    if (z85) {
      js.declare("const @alphabet = @0;", Literals.quote(Z85, '"'));
      digit = "@alphabet.indexOf(@group[@i])";
    }
    String last = z85 ? "#" : "u";
    String name =
        js.function(
            "unbase",
            "text",
            """
            const @out = [], @whole = @0;
            for (let @from = 0; @from < @whole.length; @from += 5) {
              const @part = @whole.slice(@from, @from + 5), @group = @part.padEnd(5, "@1");
              let @sum = 0;
              for (let @i = 0; @i < 5; @i++) {
                @sum = @sum * 85 + @2;
              }
              @out.push(...[@sum >>> 24, @sum >>> 16, @sum >>> 8, @sum].slice(0, @part.length - 1).map((@n) => @n & 255));
            }
            return @out;\
            """,
            js.code(z85 ? "@text" : "@text.replace(/z/g, \"!!!!!\")"),
            last,
            js.code(digit));
    return name + "(" + stored + ")";
  }
}
