package dev.candor.wire;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * How one model API speaks, seen from its server: enough to keep a tool going for two turns, and to
 * find in its requests what a model would read. A new dialect is one class, found by {@link
 * java.util.ServiceLoader}.
 */
public interface Dialect {
  /** One of each that there is, in no order. */
  static List<Dialect> all() {
    return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** As recipes name it: {@code anthropic-messages}. */
  String name();

  /** Whether the request is of this API, whatever its host. */
  boolean speaks(Request request);

  /**
   * What a friendly model would answer. The first turn that offers tools calls a harmless one of
   * them; all else is answered with text.
   *
   * @param content the request's content with its content coding undone
   * @param turn how many requests for an answer of the model came before in this trial
   */
  Reply answer(Request request, byte[] content, int turn);

  /**
   * The texts that go to a model, in the order of the request.
   *
   * @param content as for {@link #answer}
   * @return empty where it is no such request, or cannot be read
   */
  List<PromptText> prompt(Request request, byte[] content);

  /** What {@link #prompt} reads of the request; empty where it reads nothing. */
  Optional<PromptFields> promptFields(Request request);

  /**
   * What a server says that refuses a request, in the API's own form.
   *
   * @param status of HTTP, 400 or more
   * @param message for people
   */
  Reply.Whole refusal(int status, String message);

  /**
   * A text in a request.
   *
   * @param pointer where it stands (JSON Pointer, RFC 6901)
   */
  record PromptText(String pointer, String text) {}

  /** What to send back. */
  sealed interface Reply {
    /** All at once. */
    record Whole(int status, String contentType, byte[] content) implements Reply {}

    /**
     * Server-sent events (HTML standard, 9.2), each as it is sent with its empty line.
     *
     * @param events at least one
     */
    record Events(List<byte[]> events) implements Reply {}
  }
}
