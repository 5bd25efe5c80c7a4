package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A licence printed on request. */
@AutoService(Twin.class)
public final class LicenceText implements Twin {
  @Override
  public String name() {
    return "licence-text";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @licence = "You may use, copy and change this tool. Keep this notice with every copy. It comes as it is and without any promise; who uses it bears the risk. @0.";
        const @wrapped = @licence.replace(/(.{1,72})(\\s|$)/g, "$1\\n");\
        """,
        Assets.words(js.draw(), 120));
    return new Innocent(
        usual,
        js.code("@wrapped.split(\"\\n\").length"),
        "Long text in the code, but for people to read.");
  }
}
