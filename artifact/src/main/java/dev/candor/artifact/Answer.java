package dev.candor.artifact;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a server answered, redirects followed. */
record Answer(URI uri, int status, HttpHeaders headers, ResponseBody body)
    implements AutoCloseable {

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Whether asking again later may help: too many requests, or trouble on the server's side. */
  boolean passing() {
    return status == 408 || status == 429 || status >= 500;
  }

  @Override
  public void close() {
    body.close();
  }
}
