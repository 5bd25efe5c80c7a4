package dev.candor.wire.har;

import dev.candor.wire.Body;
import dev.candor.wire.Header;
import dev.candor.wire.content.Content;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What requests and responses have in common. */
final class MessageJson {
  private MessageJson() {}

  static void headers(JsonGenerator json, List<Header> headers) {
    json.writeArrayPropertyStart("headers");
    for (Header header : headers) {
      json.writeStartObject();
      Strings.write(json, "name", header.name());
      Strings.write(json, "value", header.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void cookies(JsonGenerator json, List<Cookie> cookies) {
    json.writeArrayPropertyStart("cookies");
    for (Cookie cookie : cookies) {
      json.writeStartObject();
      Strings.write(json, "name", cookie.name());
      Strings.write(json, "value", cookie.value());
      Strings.write(json, "path", cookie.path());
      Strings.write(json, "domain", cookie.domain());
      Strings.write(json, "expires", cookie.expires().map(Object::toString));
      if (cookie.httpOnly()) {
        json.writeBooleanProperty("httpOnly", true);
      }
      if (cookie.secure()) {
        json.writeBooleanProperty("secure", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Writes the body's members from the bytes that there are, without making a string of them.
   *
   * @param encoding the member that says that the text is base64
   */
  static void body(
      JsonGenerator json, Body body, List<Header> headers, Content content, String encoding) {
    byte[] bytes = content.bytes();
    json.writeName("text");
    if (Strings.areUtf8(bytes)) {
      json.writeUTF8String(bytes, 0, bytes.length);
    } else {
      json.writeBinary(bytes);
      json.writeStringProperty(encoding, "base64");
    }
    if (!content.codings().isEmpty()) {
      json.writeBinaryProperty("_body", body.bytes());
    } else if (!Content.codings(headers).isEmpty()) {
      json.writeBooleanProperty("_coded", true);
    }
    Strings.write(json, "_reason", content.reason());
    if (body.isCut()) {
      json.writeBooleanProperty("_cut", true);
    }
  }
}
