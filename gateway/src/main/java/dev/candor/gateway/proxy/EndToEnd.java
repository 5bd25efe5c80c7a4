package dev.candor.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields that are meant for the other end, in their order and spelling. Those for the next hop
 * only (RFC 9110, 7.6.1), and those that Connection names, are left out.
 */
final class EndToEnd {
  private static final String HOST = "host";

  private static final Set<String> HOP =
      Set.of(
          "connection",
          "proxy-connection",
          "keep-alive",
          "te",
          "upgrade",
          "http2-settings",
          "proxy-authorization",
          "proxy-authenticate",
          "proxy-authentication-info");

  /** What Connection may name without harm: a message without these would be another. */
  private static final Set<String> NEVER_HOP =
      Set.of("host", "content-length", "transfer-encoding", "content-type", "content-encoding");

  /**
   * Fields that decide how a message is read, routed or paid for stand before it (RFC 9110, 6.5.1).
   */
  private static final Set<String> NO_TRAILER =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "trailer",
          "content-encoding",
          "content-type",
          "content-range",
          "authorization",
          "x-api-key",
          "x-goog-api-key",
          "cookie",
          "set-cookie",
          "expect",
          "location");

  private EndToEnd() {}

  /**
   * A copy without what is for the next hop; framing stays.
   *
   * @param others values that are others, by names in lower case; an empty one leaves a field out
   */
  static HttpHeaders of(HttpHeaders all, Map<String, String> others) {
    Set<String> named = named(all);
    HttpHeaders kept =
        DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    for (Map.Entry<String, String> field : all) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      if (!HOP.contains(name) && !named.contains(name)) {
        String value = others.getOrDefault(name, field.getValue());
        if (!value.isEmpty() || !others.containsKey(name)) {
          kept.add(field.getKey(), value);
        }
      }
    }
    if (others.containsKey(HOST) && !kept.contains(HOST)) {
      kept.add("Host", others.get(HOST)); // which HTTP/1.0 may leave out
    }
    return kept;
  }

  /** One more. */
  static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> more = new HashMap<>(fields);
    more.put(name, value);
    return more;
  }

  private static Set<String> named(HttpHeaders all) {
    if (!all.contains(HttpHeaderNames.CONNECTION)) {
      return Set.of();
    }
    Set<String> named = new HashSet<>();
    for (String value : all.getAll(HttpHeaderNames.CONNECTION)) {
      for (String name : value.split(",")) {
        named.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    named.removeAll(NEVER_HOP);
    return named;
  }

  /** The end of a body, with the fields behind it but for those that no trailer may have. */
  static LastHttpContent last(ByteBuf content, HttpHeaders trailers) {
    HttpHeaders kept = of(trailers, Map.of());
    NO_TRAILER.forEach(kept::remove);
    LastHttpContent last = new DefaultLastHttpContent(content);
    last.trailingHeaders().add(kept);
    return last;
  }
}
