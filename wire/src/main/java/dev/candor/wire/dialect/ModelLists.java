package dev.candor.wire.dialect;

import dev.candor.wire.Request;
import java.util.Optional;

/**
 * Three vendors list their models at {@code GET …/models}. Which one is meant is told by the
 * headers and parameters that only its own clients send.
 */
enum ModelLists {
  ANTHROPIC,
  OPENAI_CHAT,
  OPENAI_RESPONSES,
  GEMINI;

  static Optional<ModelLists> asked(Request request) {
    if (!request.method().equals("GET") || !request.path().endsWith("/models")) {
      return Optional.empty();
    }
    if (request.header("anthropic-version").isPresent()) {
      return Optional.of(ANTHROPIC);
    }
    if (request.header("x-goog-api-key").isPresent()
        || request.path().endsWith("/v1beta/models")
        || Parameters.has(request, "key")) {
      return Optional.of(GEMINI);
    }
    return Optional.of(isCodex(request) ? OPENAI_RESPONSES : OPENAI_CHAT);
  }

  /** It asks for models in a form of its own, and speaks Responses only. */
  private static boolean isCodex(Request request) {
    return Parameters.has(request, "client_version");
  }

  boolean isAsked(Request request) {
    return asked(request).filter(this::equals).isPresent();
  }
}
