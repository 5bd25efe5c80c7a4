package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Random ids over an alphabet. */
@AutoService(Twin.class)
public final class IdAlphabets implements Twin {
  @Override
  public String name() {
    return "id-alphabets";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @urlAlphabet = "@0";
        function @shortId(@size) {
          let @id = "";
          for (const @octet of @1.randomBytes(@size)) {
            @id += @urlAlphabet[@octet & 63];
          }
          return @id;
        }\
        """,
        js.draw().shuffled("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        js.builtin("crypto"));
    return new Innocent(
        usual,
        js.code("@shortId(21).length"),
        "An alphabet of 64 characters in the code, but nothing is decoded with it.");
  }
}
