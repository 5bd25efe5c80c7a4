package dev.candor.specimens.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/** A source map inlined as a data URI. */
@AutoService(Twin.class)
public final class SourceMap implements Twin {
  @Override
  public String name() {
    return "source-map";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @map = "data:application/json;base64,@0";
        function @sources() {
          return JSON.parse(Buffer.from(@map.split(",")[1], "base64")).sources;
        }
        //# sourceMappingURL=data:application/json;charset=utf-8;base64,@0\
        """,
        map(js));
    return new Innocent(
        usual,
        js.code("@sources().length"),
        "Base64 that decodes to JSON with arrays of names, but a source map, nothing the program compares with.");
  }

  private static String map(Js js) {
    List<String> names =
        js.draw().shuffled(List.of("build", "read", "write", "open", "close", "next", "options"));
    String json =
        "{\"version\":3,\"file\":\"index.js\",\"sources\":[\"../src/index.ts\",\"../src/args.ts\",\"../src/print.ts\"],\"names\":"
            + Literals.strings(names).replace(", ", ",")
            + ",\"mappings\":\""
            + js.draw().text(900, "AAAAACEGIKMOQSUWYaceg,,;")
            + "\"}";
    return Assets.base64(json.getBytes(UTF_8));
  }
}
