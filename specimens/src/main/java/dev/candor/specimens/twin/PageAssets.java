package dev.candor.specimens.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;

/** The page, style and script of a local log-in, as base64. */
@AutoService(Twin.class)
public final class PageAssets implements Twin {
  @Override
  public String name() {
    return "page-assets";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @assets = { "index.html": "@0", "style.css": "@1", "app.js": "@2" };
        function @asset(@path) {
          return atob(@assets[@path] || "");
        }\
        """,
        Assets.base64(html(js.draw()).getBytes(UTF_8)),
        Assets.base64(css(js.draw()).getBytes(UTF_8)),
        Assets.base64(script(js.draw()).getBytes(UTF_8)));
    return new Innocent(
        usual,
        js.code("@asset(\"index.html\").length + @asset(\"style.css\").length"),
        "Base64 that decodes to readable text, but a page that the tool shows.");
  }

  private static String html(Draw draw) {
    return "<!doctype html>\n<html lang=\"en\">\n<head><title>Signed in</title></head>\n<body>\n<p>"
        + Assets.words(draw, 60)
        + ".</p>\n</body>\n</html>\n";
  }

  private static String css(Draw draw) {
    return "body { margin: "
        + draw.between(1, 40)
        + "px; font-family: sans-serif; color: #222; }\np { max-width: 40em; padding: 0 1em; }\n";
  }

  private static String script(Draw draw) {
    return "window.addEventListener(\"load\", function () { setTimeout(function () { window.close(); }, "
        + draw.between(1000, 9000)
        + "); });\n";
  }
}
