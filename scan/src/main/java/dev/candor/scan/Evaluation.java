package dev.candor.scan;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads what search could not, by letting the artifact's own code decode it: the expressions around
 * stored data, and the calls of decoding functions with constants, are cut out with all they need
 * and evaluated in the {@link Sandbox}. Most of the time is the sandbox's, so in a large module it
 * begins while search is still at work; the findings do not depend on how far it came.
 */
final class Evaluation {
  /** Modules of so many tokens are worth a thread. */
  private static final int LARGE = 100_000;

  private static final Executor OWN_THREAD =
      task -> Thread.ofPlatform().daemon().name("evaluate").start(task);

  private final CalledDecoders decoders;
  private final DecodedData decoded;

  private Evaluation(Source source, DecodingCode code, Sandbox sandbox) {
    Evaluator evaluator = new Evaluator(source, sandbox);
    this.decoders = new CalledDecoders(evaluator, code);
    this.decoded = new DecodedData(evaluator);
  }

  /**
   * Begins.
   *
   * @param near the stored data that may have to do with decoding code, in the order of the text
   * @param readAt where those begin that search could read; may grow meanwhile
   */
  static CompletableFuture<Evaluation> begin(
      Source source, DecodingCode code, List<Stored> near, Set<Long> readAt, Sandbox sandbox) {
    if (source.tokens().count < LARGE) {
      return CompletableFuture.completedFuture(new Evaluation(source, code, sandbox));
    }
    return CompletableFuture.supplyAsync(
        () -> {
          Evaluation evaluation = new Evaluation(source, code, sandbox);
          evaluation.decoders.evaluateAhead();
          near.stream()
              .filter(data -> !readAt.contains(data.start()))
              .forEach(evaluation.decoded::evaluateAhead);
          return evaluation;
        },
        OWN_THREAD);
  }

  /**
   * Ends.
   *
   * @param unread of the stored data near decoding code, what search could not read, in the order
   *     of the text
   * @param readAt where literals begin that it could read
   */
  void report(List<Stored> unread, Set<Long> readAt, Sink sink) {
    decoders.report(readAt, sink);
    decoded.report(unread, sink);
  }
}
