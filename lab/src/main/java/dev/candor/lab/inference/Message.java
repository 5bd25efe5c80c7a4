package dev.candor.lab.inference;

import dev.candor.wire.Request;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request with its content read.
 *
 * @param proxied whether a proxy was asked to pass it on
 * @param features what it has in common with others of its kind
 */
record Message(
    Request request, Instant started, boolean proxied, Read content, Set<String> features) {
  /**
   * What equal bytes are read as once.
   *
   * @param bytes content coding undone
   * @param text empty where the bytes are no UTF-8
   * @param json empty where the text is none
   */
  record Read(
      byte[] bytes, Optional<String> text, Optional<Json.Document> json, Set<String> features) {}
}
