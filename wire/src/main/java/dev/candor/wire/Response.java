package dev.candor.wire;

import java.util.List;

/**
 * An answer as it was sent.
 *
 * @param headers in the order in which they were sent
 */
public record Response(int status, List<Header> headers, Body body) {
  public Response {
    headers = List.copyOf(headers);
  }
}
