package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Goes through the proxy unless the endpoint is inside. */
@AutoService(Twin.class)
public final class ProxyChoice implements Twin {
  @Override
  public String name() {
    return "proxy-choice";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @inside = [".internal.test", ".corp.test", ".lan"];
        function @wayTo(@url) {
          let @name = "";
          try {
            @name = new URL(@url).hostname;
          } catch {
            return "direct";
          }
          if (@inside.some((@ending) => @name.endsWith(@ending))) return "direct";
          return process.env.HTTPS_PROXY || process.env.https_proxy || "direct";
        }\
        """);
    return new Innocent(
            usual,
            js.code("@wayTo(process.env.ANTHROPIC_BASE_URL)"),
            "Compares the endpoint's host with endings, but only to choose the way there.")
        .reading("endpoint", "proxy");
  }
}
