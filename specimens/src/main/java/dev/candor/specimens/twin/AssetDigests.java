package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Digests of the package's own assets. */
@AutoService(Twin.class)
public final class AssetDigests implements Twin {
  @Override
  public String name() {
    return "asset-digests";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @integrity = { @0 };
        function @intact(@file, @bytes) {
          const @digest = @1.createHash("sha512").update(@bytes).digest("base64");
          return @integrity[@file] === "sha512-" + @digest;
        }\
        """,
        digests(js),
        js.builtin("crypto"));
    return new Innocent(
        usual,
        js.code("@intact(\"a.css\", \"\")"),
        "A list of digests, but of its own files, to check them; nothing from the environment is compared with it.");
  }

  private static String digests(Js js) {
    return IntStream.range(0, 9)
        .mapToObj(i ->
            "\""
                + (char) ('a' + i)
                + ".css\": \"sha512-"
                + Assets.base64(js.draw().bytes(64))
                + "\"")
        .collect(Collectors.joining(", "));
  }
}
