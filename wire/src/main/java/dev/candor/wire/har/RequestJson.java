package dev.candor.wire.har;

import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import dev.candor.wire.content.Content;
import tools.jackson.core.JsonGenerator;

/** The request of an entry. */
final class RequestJson {
  private RequestJson() {}

  static void write(JsonGenerator json, Exchange exchange) {
    Request request = exchange.request();
    json.writeObjectPropertyStart("request");
    Strings.write(json, "method", request.method());
    Strings.write(json, "url", url(exchange));
    json.writeStringProperty("httpVersion", Versions.name(request.protocol()));
    MessageJson.cookies(json, Cookie.sent(request.headers()));
    MessageJson.headers(json, request.headers());
    query(json, request.target());
    if (request.body().length() > 0) {
      Content content = Content.of(request);
      json.writeObjectPropertyStart("postData");
      Strings.write(json, "mimeType", request.header("Content-Type").orElse(""));
      MessageJson.body(json, request.body(), request.headers(), content, "_encoding");
      json.writeEndObject();
    }
    json.writeNumberProperty("headersSize", -1);
    json.writeNumberProperty("bodySize", request.body().length());
    json.writeObjectPropertyStart("_asSent");
    Strings.write(json, "scheme", request.scheme());
    Strings.write(json, "authority", request.authority());
    Strings.write(json, "target", request.target());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void query(JsonGenerator json, String target) {
    json.writeArrayPropertyStart("queryString");
    for (Query.Pair pair : Query.of(target)) {
      json.writeStartObject();
      Strings.write(json, "name", pair.name());
      Strings.write(json, "value", pair.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** HAR asks for an absolute one, which a request seldom has. */
  private static String url(Exchange exchange) {
    Request request = exchange.request();
    String target = request.target();
    if (!target.startsWith("/") && target.contains("://")) {
      return target;
    }
    if (request.method().equals("CONNECT")) {
      return request.scheme() + "://" + target;
    }
    String host = request.authority().isEmpty() ? exchange.host() : request.authority();
    boolean bare = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
    String authority = bare ? "[" + host + "]" : host;
    String path = target.startsWith("/") ? target : target.equals("*") ? "" : "/" + target;
    return request.scheme() + "://" + authority + path;
  }
}
