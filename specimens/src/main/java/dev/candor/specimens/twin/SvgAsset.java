package dev.candor.specimens.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** An icon inlined as base64. */
@AutoService(Twin.class)
public final class SvgAsset implements Twin {
  @Override
  public String name() {
    return "svg-asset";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @icon = "@0";
        function @svg() {
          return Buffer.from(@icon, "base64").toString("utf8");
        }\
        """,
        Assets.base64(svg(js).getBytes(UTF_8)));
    return new Innocent(
        usual, js.code("@svg().length"), "Base64 that decodes to readable text, but a drawing.");
  }

  private static String svg(Js js) {
    StringBuilder path = new StringBuilder("M12 2");
    for (int i = 0; i < 60; i++) {
      path.append(js.draw().pick("l", "c", "h", "v", "a")).append(js.draw().between(-20, 20));
      path.append(' ').append(js.draw().between(-20, 20));
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" fill=\"none\"><path d=\""
        + path
        + "\"/></svg>";
  }
}
