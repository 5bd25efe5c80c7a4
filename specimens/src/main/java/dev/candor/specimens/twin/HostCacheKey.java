package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A cache folder for each machine. */
@AutoService(Twin.class)
public final class HostCacheKey implements Twin {
  @Override
  public String name() {
    return "host-cache-key";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @cacheFolder() {
          const @digest = @0.createHash("sha256").update(@1.hostname() + ":" + @1.userInfo().username).digest("hex");
          return @2.join(@1.tmpdir(), "pocket-" + @digest.slice(0, 12));
        }
        function @cachedAnswer(@question) {
          const @file = @2.join(@cacheFolder(), encodeURIComponent(@question) + ".txt");
          return @3.existsSync(@file) ? @3.readFileSync(@file, "utf8") : "";
        }\
        """,
        js.builtin("crypto"),
        js.builtin("os"),
        js.builtin("path"),
        js.builtin("fs"));
    return new Innocent(
            usual,
            js.code("@cacheFolder().length + @cachedAnswer(\"hi\").length"),
            "A digest of the machine's name, but it names a folder on that machine and is not sent.")
        .reading("hostname", "username");
  }
}
