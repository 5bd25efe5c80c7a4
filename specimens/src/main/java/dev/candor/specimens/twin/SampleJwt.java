package dev.candor.specimens.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import java.util.Base64;

/** A sample token of the documentation. */
@AutoService(Twin.class)
public final class SampleJwt implements Twin {
  @Override
  public String name() {
    return "sample-jwt";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @sample = "@0";
        function @claims(@token) {
          return JSON.parse(Buffer.from(@token.split(".")[1], "base64url").toString());
        }\
        """,
        token(js));
    return new Innocent(
        usual,
        js.code("@claims(@sample).sub"),
        "Base64url that decodes to JSON, but a token of three parts.");
  }

  private static String token(Js js) {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k" + js.draw().below(99) + "\"}";
    String claims =
        "{\"sub\":\""
            + Assets.word(js.draw())
            + "\",\"name\":\"Sample User\",\"scope\":\"read write\",\"iat\":1516239022}";
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(header.getBytes(UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(UTF_8))
        + "."
        + encoder.encodeToString(js.draw().bytes(256));
  }
}
