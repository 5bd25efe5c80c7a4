package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** JSON with sorted keys. */
@AutoService(Twin.class)
public final class CanonicalJson implements Twin {
  @Override
  public String name() {
    return "canonical-json";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @canonical(@value) {
          if (Array.isArray(@value)) return "[" + @value.map(@canonical).join(",") + "]";
          if (@value && typeof @value === "object") {
            return "{" + Object.keys(@value).sort().map((@key) => JSON.stringify(@key) + ":" + @canonical(@value[@key])).join(",") + "}";
          }
          return JSON.stringify(@value);
        }\
        """);
    return new Innocent(
        usual, js.code("@canonical({ b: 1, a: [2] })"), "Orders keys, but always in the same way.");
  }
}
