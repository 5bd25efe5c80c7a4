package dev.candor.gateway;

import java.time.Instant;
import java.util.Optional;

/** What is to be done with a request, by what its head says. */
public interface Ruling {
  /** Asked on an event loop: answers at once. */
  Decision on(Facts facts);

  /**
   * What is known of a request before its body came.
   *
   * @param upstream its name
   * @param dialect the model API that it speaks, as {@code anthropic-messages}; empty for another
   * @param tool what sent it, as it says
   * @param at when its head was whole
   */
  record Facts(String upstream, Optional<String> dialect, Optional<Tool> tool, Instant at) {}

  /** What to do. */
  sealed interface Decision {
    /** Passed on, unless its body has something that the mode forbids. */
    record Pass(Mode mode) implements Decision {}

    /**
     * Refused, whatever its body is.
     *
     * @param rule what forbids it, as people name it
     * @param reason a sentence
     * @param replacement what to use instead; may be empty
     */
    record Refuse(String rule, String reason, String replacement) implements Decision {}
  }
}
