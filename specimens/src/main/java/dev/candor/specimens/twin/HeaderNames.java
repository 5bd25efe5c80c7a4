package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Header names as people write them. */
@AutoService(Twin.class)
public final class HeaderNames implements Twin {
  @Override
  public String name() {
    return "header-names";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @pretty(@header) {
          return @header.split("-").map((@part) => @part[0].toUpperCase() + @part.slice(1)).join("-");
        }
        const @shown = ["content-type", "user-agent", "accept-language"].map(@pretty);\
        """);
    return new Innocent(
        usual,
        js.code("@shown.join(\" \")"),
        "Changes the case of header names, but always and only for display.");
  }
}
