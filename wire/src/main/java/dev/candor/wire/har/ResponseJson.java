package dev.candor.wire.har;

import dev.candor.wire.Body;
import dev.candor.wire.Exchange;
import dev.candor.wire.Response;
import dev.candor.wire.content.Content;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The response of an entry. */
final class ResponseJson {
  private static final Response NONE = new Response(0, List.of(), Body.NONE);

  private ResponseJson() {}

  static void write(JsonGenerator json, Exchange exchange) {
    Response response = exchange.response().orElse(NONE);
    json.writeObjectPropertyStart("response");
    json.writeNumberProperty("status", response.status());
    json.writeStringProperty("statusText", "");
    json.writeStringProperty("httpVersion", Versions.name(exchange.request().protocol()));
    MessageJson.cookies(json, Cookie.set(response.headers()));
    MessageJson.headers(json, response.headers());
    content(json, response);
    Strings.write(json, "redirectURL", response.header("Location").orElse(""));
    json.writeNumberProperty("headersSize", -1);
    json.writeNumberProperty(
        "bodySize", exchange.response().isEmpty() ? -1 : response.body().length());
    json.writeEndObject();
  }

  private static void content(JsonGenerator json, Response response) {
    Body body = response.body();
    Content content = Content.of(response);
    json.writeObjectPropertyStart("content");
    json.writeNumberProperty(
        "size", content.codings().isEmpty() ? body.length() : content.bytes().length);
    if (!content.codings().isEmpty()) {
      json.writeNumberProperty("compression", content.bytes().length - body.length());
    }
    Strings.write(json, "mimeType", response.header("Content-Type").orElse(""));
    if (body.length() > 0) {
      MessageJson.body(json, body, response.headers(), content, "encoding");
    }
    json.writeEndObject();
  }
}
