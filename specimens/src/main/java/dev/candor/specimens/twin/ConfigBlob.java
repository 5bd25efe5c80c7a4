package dev.candor.specimens.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Default settings as base64 JSON. */
@AutoService(Twin.class)
public final class ConfigBlob implements Twin {
  @Override
  public String name() {
    return "config-blob";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @defaults = JSON.parse(Buffer.from("@0", "base64").toString());
        function @setting(@key) {
          return @key in @defaults ? @defaults[@key] : undefined;
        }\
        """,
        Assets.base64(json(js).getBytes(UTF_8)));
    return new Innocent(
        usual,
        js.code("@setting(\"retries\")"),
        "Base64 that decodes to JSON, but an object of settings, no list to compare with.");
  }

  private static String json(Js js) {
    return "{\"retries\":"
        + js.draw().below(9)
        + ",\"timeoutMs\":"
        + js.draw().between(1000, 60000)
        + ",\"theme\":{\"accent\":\"#3366ff\",\"dim\":true},\"telemetry\":{\"enabled\":false,\"sampleRate\":0.1}}";
  }
}
