package dev.candor.gateway;

import dev.candor.wire.Dialect;
import dev.candor.wire.PromptFields;
import dev.candor.wire.Request;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads the bodies of requests for marks. Never called upon to wait on an event loop. */
public interface Inspector {
  /**
   * A request whose body is read.
   *
   * @param number of the request, from 1
   * @param upstream its name
   * @param client the address that it came from, without a port
   * @param request without a body; the codings of the body stand in its headers
   * @param fields where in the body stands what a model reads
   * @param tool what sent it, as it says
   */
  record Subject(
      long number,
      String upstream,
      String client,
      Request request,
      Dialect dialect,
      PromptFields fields,
      Optional<Tool> tool) {
    /** Another one that is the same otherwise. */
    public Subject numbered(long another) {
      return new Subject(another, upstream, client, request, dialect, fields, tool);
    }
  }

  /** What becomes of a request. */
  sealed interface Outcome {
    /** It goes on as it came. */
    record Unchanged() implements Outcome {}

    /**
     * It goes on with another body.
     *
     * @param plain whether the body's content coding was undone
     */
    record Changed(byte[] body, boolean plain) implements Outcome {}

    /**
     * It does not go on.
     *
     * @param status of HTTP
     * @param message for people, in the dialect's form
     */
    record Refused(int status, String message) implements Outcome {}
  }

  /**
   * Reads a body that has gone on already, some time.
   *
   * @param done run once nothing of the body is needed any more
   * @return false where there is too much to do; then {@code done} is not run
   */
  boolean observe(Subject subject, byte[] body, Runnable done);

  /**
   * Reads a body that waits for it.
   *
   * @param mode not {@link Mode#OBSERVE}
   * @return never fails
   */
  CompletionStage<Outcome> decide(Subject subject, Mode mode, byte[] body);
}
