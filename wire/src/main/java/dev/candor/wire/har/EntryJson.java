package dev.candor.wire.har;

import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Timing;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;

/** An exchange as an entry. */
final class EntryJson {
  private EntryJson() {}

  static void write(JsonGenerator json, Exchange exchange) {
    Timing timing = exchange.timing();
    json.writeStartObject();
    json.writeStringProperty("startedDateTime", timing.started().toString());
    json.writeNumberProperty(
        "time",
        milliseconds(timing.sent())
            + milliseconds(timing.waited())
            + milliseconds(timing.received()));
    RequestJson.write(json, exchange);
    ResponseJson.write(json, exchange);
    json.writeObjectPropertyStart("cache");
    json.writeEndObject();
    timings(json, timing);
    String address = address(exchange.connection().server());
    if (!address.isEmpty()) {
      json.writeStringProperty("serverIPAddress", address);
    }
    json.writeStringProperty("connection", Long.toString(exchange.connection().id()));
    json.writeNumberProperty("_number", exchange.number());
    Strings.write(json, "_answered", exchange.answered());
    connection(json, exchange.connection());
    json.writeEndObject();
  }

  /** The recorder sees no part of what a browser counts as blocked, dns, connect or ssl. */
  private static void timings(JsonGenerator json, Timing timing) {
    json.writeObjectPropertyStart("timings");
    json.writeNumberProperty("send", milliseconds(timing.sent()));
    json.writeNumberProperty("wait", milliseconds(timing.waited()));
    json.writeNumberProperty("receive", milliseconds(timing.received()));
    json.writeEndObject();
  }

  private static double milliseconds(Duration duration) {
    return duration.isNegative() ? 0 : duration.toNanos() / 1e6;
  }

  private static void connection(JsonGenerator json, Connection connection) {
    json.writeObjectPropertyStart("_connection");
    Strings.write(json, "client", connection.client());
    Strings.write(json, "server", connection.server());
    Strings.write(json, "proxied", connection.proxied());
    connection
        .tls()
        .ifPresent(tls -> {
          json.writeObjectPropertyStart("tls");
          Strings.write(json, "serverName", tls.serverName());
          Strings.write(json, "protocol", tls.protocol());
          Strings.write(json, "alpn", tls.alpn());
          json.writeEndObject();
        });
    connection
        .caller()
        .ifPresent(caller -> {
          json.writeObjectPropertyStart("caller");
          json.writeNumberProperty("id", caller.id());
          Strings.write(json, "name", caller.name());
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  /** Without port and brackets. */
  private static String address(String server) {
    int colon = server.lastIndexOf(':');
    boolean bracketed = server.startsWith("[");
    if (bracketed) {
      return server.substring(1, Math.max(1, server.lastIndexOf(']')));
    }
    return colon < 0 || server.indexOf(':') != colon ? server : server.substring(0, colon);
  }
}
