package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bundle of root certificates. */
@AutoService(Twin.class)
public final class PemCertificates implements Twin {
  @Override
  public String name() {
    return "pem-certificates";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @roots = [@0];
        function @der(@pem) {
          return Buffer.from(@pem.replace(/-----[A-Z ]+-----/g, "").replace(/\\s/g, ""), "base64");
        }\
        """,
        certificates(js));
    return new Innocent(
        usual,
        js.code("@roots.map(@der).filter((@cert) => @cert[0] === 48).length"),
        "Long base64 in an array of strings, but certificates: their bytes are no list.");
  }

  private static String certificates(Js js) {
    return IntStream.range(0, js.draw().between(3, 8))
        .mapToObj(i -> Literals.quote(certificate(js.draw()), '"'))
        .collect(Collectors.joining(", "));
  }

  private static String certificate(Draw draw) {
    int size = draw.between(500, 1200);
    byte[] der = Assets.file(draw, size, 0x30, 0x82, size >> 8, size & 255);
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(der)
        + "\n-----END CERTIFICATE-----\n";
  }
}
