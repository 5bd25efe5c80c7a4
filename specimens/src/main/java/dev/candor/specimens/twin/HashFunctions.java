package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** String hashes over character codes. */
@AutoService(Twin.class)
public final class HashFunctions implements Twin {
  @Override
  public String name() {
    return "hash-functions";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @djb(@text) {
          let @sum = 5381;
          for (let @i = 0; @i < @text.length; @i++) {
            @sum = ((@sum << 5) + @sum) ^ @text.charCodeAt(@i);
          }
          return @sum >>> 0;
        }
        function @mix(@text, @seed) {
          let @h = @seed ^ @text.length;
          for (let @i = 0; @i < @text.length; @i++) {
            @h = Math.imul(@h ^ @text.charCodeAt(@i), 0x5bd1e995);
            @h ^= @h >>> 15;
          }
          return (@h ^ (@h >>> 13)) >>> 0;
        }\
        """);
    return new Innocent(
        usual,
        js.code("@djb(\"pocket\") + @mix(\"pocket\", 7)"),
        "Exclusive or and shifts over character codes, but a hash of the input, not a decoder.");
  }
}
