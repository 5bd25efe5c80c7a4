package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;
import java.util.Base64;
import java.util.List;

/** Base64 for URLs and file names (RFC 4648, section 5), without padding. */
record Base64UrlArmour() implements Armour {
  @Override
  public List<String> steps() {
    return List.of("base64url");
  }

  @Override
  public String store(byte[] bytes, Js js) {
    return js.quote(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String read(String stored, Js js) {
    return js.draw().chance(50)
        ? "Buffer.from(" + stored + ", \"base64url\")"
        : Idioms.fromBase64(js, stored + ".replace(/-/g, \"+\").replace(/_/g, \"/\")");
  }
}
