package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, AES-256 in GCM mode, base64 or hexadecimal. */
@AutoService(Hiding.class)
public final class AesGcmHiding implements Hiding {
  @Override
  public String name() {
    return "aes-gcm";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(
        new ByteCoding(
            js.draw().chance(60) ? new Base64Armour() : new HexArmour(false), Aes.gcm(js.draw())),
        tables,
        js);
  }
}
