package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Says plainly that it runs in a build. */
@AutoService(Twin.class)
public final class CiHeader implements Twin {
  @Override
  public String name() {
    return "ci-header";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @inBuild = process.env.CI === "true" || Boolean(process.env.GITHUB_ACTIONS);
        function @buildHeaders() {
          return @inBuild ? { "x-ci": "true", "x-retry": "3" } : {};
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.HEADERS, js.code("{ ...@0, ...@buildHeaders() }", usual.get(Slot.HEADERS))),
            js.code("Object.keys(@buildHeaders()).length"),
            "A header is there or not by the build service, but it says so in its name.")
        .reading("ci")
        .picking("presence");
  }
}
