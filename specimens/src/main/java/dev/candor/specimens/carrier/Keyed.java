package dev.candor.specimens.carrier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A header holds a keyed digest that nobody else can read. */
@AutoService(CarrierKind.class)
public final class Keyed implements CarrierKind {
  @Override
  public String name() {
    return "hmac";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String key = js.draw().text(20, "0123456789abcdefghijklmnopqrstuvwxyz");
    List<String> symbols = List.of(digest(key, "0"), digest(key, "1"));
    String tag =
        js.function(
            "deviceTag",
            outcome.parameter(),
            """
            const @sum = @0.createHmac("sha256", @1);
            @sum.update(@2 ? "1" : "0");
            return @sum.digest("hex").slice(0, 16);\
            """,
            js.builtin("crypto"),
            js.quote(key),
            outcome.inside(js));
    Slots slots =
        usual.with(
            Slot.HEADERS,
            js.code(
                "{ ...@0, \"x-device\": @1(@2) }",
                usual.get(Slot.HEADERS),
                tag,
                outcome.argument()));
    return new Carried(new CarrierForm(name(), "opaque", "header", symbols), slots);
  }

  private static String digest(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(US_ASCII), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(US_ASCII))).substring(0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC", e);
    }
  }

  @Override
  public boolean covert() {
    return false;
  }
}
