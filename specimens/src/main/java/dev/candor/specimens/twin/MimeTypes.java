package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** File name extensions and media types. */
@AutoService(Twin.class)
public final class MimeTypes implements Twin {
  @Override
  public String name() {
    return "mime-types";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @types = Object.fromEntries("html:text/html|css:text/css|js:text/javascript|json:application/json|png:image/png|jpg:image/jpeg|gif:image/gif|svg:image/svg+xml|pdf:application/pdf|zip:application/zip|wasm:application/wasm|txt:text/plain|md:text/markdown|xml:application/xml|mp4:video/mp4|webp:image/webp".split("|").map((@pair) => @pair.split(":")));
        function @typeOf(@path) {
          return @types[@path.split(".").pop()] || "application/octet-stream";
        }\
        """);
    return new Innocent(
        usual, js.code("@typeOf(\"a.css\")"), "A packed table that is split, but in clear.");
  }
}
