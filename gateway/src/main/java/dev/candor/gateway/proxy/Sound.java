package dev.candor.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a request means the same to whoever reads it. */
final class Sound {
  /** A name or an address, and a port (RFC 9110, 7.2); no user, no list, no path. */
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  /** A segment of dots, also where they are written as percent codes. */
  private static final Pattern DOTS =
      Pattern.compile(
          "(^|[/\\\\]|%2f|%5c)(\\.|%2e){1,2}($|[/\\\\?]|%2f|%5c)", Pattern.CASE_INSENSITIVE);

  private Sound() {}

  /** What is wrong with a request; empty where nothing is. */
  static Optional<String> flaw(HttpRequest request) {
    HttpHeaders headers = request.headers();
    return target(request.uri())
        .or(() -> host(headers, request.protocolVersion()))
        .or(() -> length(headers, request.protocolVersion()))
        // By these two an old draft of WebSockets has eight bytes of body without a length, and
        // Netty's decoder believes it.
        .or(() ->
            headers.contains("Sec-WebSocket-Key1") || headers.contains("Sec-WebSocket-Key2")
                ? Optional.of("it has fields of a WebSocket draft that nobody speaks")
                : Optional.empty());
  }

  private static Optional<String> target(String target) {
    if (!target.startsWith("/")) {
      return Optional.of("its target is no path; the gateway goes to its own upstreams only");
    }
    if (target.indexOf('#') >= 0 || target.indexOf('\\') >= 0) {
      return Optional.of("its target has a character that no path has");
    }
    int query = target.indexOf('?');
    return DOTS.matcher(query < 0 ? target : target.substring(0, query)).find()
        ? Optional.of("its path has a segment of dots")
        : Optional.empty();
  }

  private static Optional<String> host(HttpHeaders headers, HttpVersion version) {
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1 || hosts.isEmpty() && !version.equals(HttpVersion.HTTP_1_0)) {
      return Optional.of("it does not name exactly one host");
    }
    return hosts.isEmpty() || HOST.matcher(hosts.getFirst()).matches()
        ? Optional.empty()
        : Optional.of("its host is no name with a port");
  }

  private static Optional<String> length(HttpHeaders headers, HttpVersion version) {
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
    if (codings.size() + lengths.size() > 1) {
      return Optional.of("it says in two ways how long it is");
    }
    if (!lengths.isEmpty() && !DIGITS.matcher(lengths.getFirst()).matches()) {
      return Optional.of("its length is no number");
    }
    if (codings.isEmpty()) {
      return Optional.empty();
    }
    if (version.equals(HttpVersion.HTTP_1_0)) {
      return Optional.of("HTTP/1.0 has no transfer codings");
    }
    return codings.getFirst().equalsIgnoreCase("chunked")
        ? Optional.empty()
        : Optional.of("its transfer coding is not chunked");
  }
}
