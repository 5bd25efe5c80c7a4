package dev.candor.wire;

import java.util.List;
import java.util.Optional;

/**
 * An answer as it was sent.
 *
 * @param headers in the order in which they were sent
 */
public record Response(int status, List<Header> headers, Body body) {
  public Response {
    headers = List.copyOf(headers);
  }

  /** The first value of the header. */
  public Optional<String> header(String name) {
    return headers.stream().filter(h -> h.is(name)).map(Header::value).findFirst();
  }
}
