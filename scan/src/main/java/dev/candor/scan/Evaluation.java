package dev.candor.scan;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Reads what search could not, by letting the artifact's own code decode it: the expressions around
 * stored data, and the calls of decoding functions with constants, are cut out with all they need
 * and evaluated in the {@link Sandbox}. Most of the time is the sandbox's, so in a large module it
 * begins as soon as search is done, beside what else there is to do; the findings do not depend on
 * how far it came.
 */
final class Evaluation {
  /** Modules of so many tokens are worth threads. */
  private static final int LARGE = 100_000;

  private static final Executor OWN_THREAD =
      task -> Thread.ofPlatform().daemon().name("evaluate").start(task);

  private final CompletableFuture<CalledDecoders> decoders;
  private final CompletableFuture<DecodedData> decoded;

  private Evaluation(
      CompletableFuture<CalledDecoders> decoders, CompletableFuture<DecodedData> decoded) {
    this.decoders = decoders;
    this.decoded = decoded;
  }

  /**
   * Begins to look for decoders, and to evaluate when all is searched: what search reads need not
   * be evaluated. The two parts take turns at the sandbox, so that it has work while one of them
   * looks for more.
   *
   * @param stored all stored data of the module
   * @param near that which may have to do with decoding code, in the order of the text
   * @param readAt where those begin that search could read; grows until it is done
   * @param searched completed when search is done
   */
  static Evaluation begin(
      Source source,
      DecodingCode code,
      List<Stored> stored,
      List<Stored> near,
      Set<Long> readAt,
      CompletableFuture<Void> searched,
      Sandbox sandbox) {
    Supplier<CalledDecoders> decoders =
        () -> new CalledDecoders(new Evaluator(source, sandbox), code, stored);
    Supplier<DecodedData> decoded = () -> new DecodedData(new Evaluator(source, sandbox));
    if (source.tokens().count() < LARGE) {
      return new Evaluation(
          CompletableFuture.completedFuture(decoders.get()),
          CompletableFuture.completedFuture(decoded.get()));
    }
    return new Evaluation(
        CompletableFuture.supplyAsync(
            () -> {
              CalledDecoders begun = decoders.get();
              searched.join();
              begun.evaluateAhead(readAt);
              return begun;
            },
            OWN_THREAD),
        searched.thenApplyAsync(
            done -> {
              DecodedData begun = decoded.get();
              near.stream()
                  .filter(data -> !readAt.contains(data.start()))
                  .forEach(begun::evaluateAhead);
              return begun;
            },
            OWN_THREAD));
  }

  /**
   * Ends.
   *
   * @param unread of the stored data near decoding code, what search could not read, in the order
   *     of the text
   * @param readAt where literals begin that it could read
   */
  void report(List<Stored> unread, Set<Long> readAt, Sink sink) {
    decoders.join().report(readAt, sink);
    decoded.join().report(unread, sink);
  }
}
