package dev.candor.lab.inference;

import dev.candor.text.Utf8;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JSON within a text of JSON: as it is, or in base64 (RFC 4648). Compared as a text it would differ
 * as a whole where one of its values does.
 *
 * @param coding how it stands there
 */
record Nested(String coding, Json.Document document) {
  /** Objects and arrays in base64 begin so: with a brace or bracket, and mostly a quote. */
  private static final Pattern BASE64 =
      Pattern.compile("(eyJ|W3si|W3|Wy)[A-Za-z0-9+/_-]{8,}={0,2}");

  static Optional<Nested> in(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      return read("JSON", text);
    }
    if (!BASE64.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      return Utf8.text(bytes).flatMap(inside -> read("base64", inside));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Nested> read(String coding, String text) {
    return Json.read(text).map(document -> new Nested(coding, document));
  }
}
