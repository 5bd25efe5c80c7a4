package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Base64 for hosts without Buffer. */
@AutoService(Twin.class)
public final class Base64Codec implements Twin {
  @Override
  public String name() {
    return "base64-codec";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        function @toBase64(@bytes) {
          let @out = "";
          for (let @i = 0; @i < @bytes.length; @i += 3) {
            const @group = (@bytes[@i] << 16) | ((@bytes[@i + 1] || 0) << 8) | (@bytes[@i + 2] || 0);
            @out += @digits[@group >> 18] + @digits[(@group >> 12) & 63];
            @out += @i + 1 < @bytes.length ? @digits[(@group >> 6) & 63] : "=";
            @out += @i + 2 < @bytes.length ? @digits[@group & 63] : "=";
          }
          return @out;
        }
        function @fromBase64(@text) {
          const @out = [];
          let @held = 0, @bits = 0;
          for (const @char of @text.replace(/=+$/, "")) {
            @held = ((@held << 6) | @digits.indexOf(@char)) & 0xffffff;
            @bits += 6;
            if (@bits >= 8) {
              @bits -= 8;
              @out.push((@held >> @bits) & 255);
            }
          }
          return @out;
        }\
        """);
    return new Innocent(
        usual,
        js.code("@fromBase64(@toBase64([1, 2, 3])).length"),
        "A whole decoder with its alphabet, but nothing stored that it decodes.");
  }
}
