package dev.candor.wire;

import java.util.Optional;

/**
 * A request and what it was answered with.
 *
 * @param number 1 for the first of a recording
 * @param response empty where none was sent whole
 * @param answered by what: the name of a dialect; {@code recipe}; {@code proxy} and {@code
 *     websocket}, which only open a way; {@code empty} where nothing was known to say; {@code
 *     failed} where a dialect did; {@code incomplete} where the request never came to its end
 */
public record Exchange(
    int number,
    Connection connection,
    Request request,
    Optional<Response> response,
    Timing timing,
    String answered) {

  /** The host that the request is for, as {@link Connection#host} tells it. */
  public String host() {
    return connection.host(request);
  }
}
