package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Paths as the platform writes them. */
@AutoService(Twin.class)
public final class PathSeparator implements Twin {
  @Override
  public String name() {
    return "path-separator";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @nativePath(@path) {
          return process.platform === "win32" ? @path.replace(/\\//g, "\\\\") : @path;
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.RESULT,
                js.code(
                    "\"Here's the listing of \" + @nativePath(\"./work/\") + \":\\n\" + @listing")),
            js.code("@nativePath(\"a/b\")"),
            "Replaces a separator by the platform, but it is the platform's own and commands need it.")
        .reading("platform")
        .picking("format");
  }
}
