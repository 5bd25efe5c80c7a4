package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A font inlined by a bundler. */
@AutoService(Twin.class)
public final class Base64Font implements Twin {
  @Override
  public String name() {
    return "base64-font";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @font = "@0";
        function @fontFace(@family) {
          return "@1font-face{font-family:" + @family + ";src:url(data:font/woff2;base64," + @font + ")}";
        }\
        """,
        Assets.base64(Assets.file(js.draw(), 2400, 0x77, 0x4f, 0x46, 0x32, 0, 1, 0, 0)),
        "@");
    return new Innocent(
        usual,
        js.code("@fontFace(\"Pocket\").length"),
        "Base64 in code, but a font: its bytes are no list.");
  }
}
