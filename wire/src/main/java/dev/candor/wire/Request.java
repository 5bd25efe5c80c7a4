package dev.candor.wire;

import java.util.List;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param scheme http or https, by whether it came through TLS
 * @param authority host, and port where one was named, that the request itself names; empty where
 *     it names none
 * @param target as in the request line or in {@code :path}
 * @param headers in the order in which they were sent, fields behind the body last; pseudo-headers
 *     of HTTP/2 are no headers
 */
public record Request(
    String method,
    String scheme,
    String authority,
    String target,
    Protocol protocol,
    List<Header> headers,
    Body body) {
  public Request {
    headers = List.copyOf(headers);
  }

  /** The first value of the header. */
  public Optional<String> header(String name) {
    return headers.stream().filter(h -> h.is(name)).map(Header::value).findFirst();
  }

  /** The target without scheme, authority and query. */
  public String path() {
    int query = target.indexOf('?');
    String plain = query < 0 ? target : target.substring(0, query);
    int scheme = plain.indexOf("://");
    if (scheme < 0 || plain.startsWith("/")) {
      return plain;
    }
    int slash = plain.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : plain.substring(slash);
  }

  /** As a report names it: {@code POST /v1/messages}. */
  public String line() {
    return method + " " + path();
  }
}
