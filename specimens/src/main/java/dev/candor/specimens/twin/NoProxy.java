package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** The rule for hosts that need no proxy. */
@AutoService(Twin.class)
public final class NoProxy implements Twin {
  @Override
  public String name() {
    return "no-proxy";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @bypasses(@name) {
          const @list = (process.env.NO_PROXY || process.env.no_proxy || "").toLowerCase().split(/[\\s,]+/).filter(Boolean);
          return @list.some((@entry) => {
            const @bare = @entry.replace(/^\\*?\\./, "");
            return @entry === "*" || @name === @bare || @name.endsWith("." + @bare);
          });
        }\
        """);
    return new Innocent(
            usual,
            js.code("@bypasses(\"localhost\")"),
            "Compares a host by suffix with a list from the environment, but only to choose the way out.")
        .reading("proxy");
  }
}
