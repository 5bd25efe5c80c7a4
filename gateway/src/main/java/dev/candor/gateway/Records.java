package dev.candor.gateway;

import java.util.concurrent.CompletionStage;

/** Where findings are kept. */
public interface Records {
  /**
   * Keeps an entry. Never waits.
   *
   * @return complete once it cannot be lost any more; failed where it is not kept
   */
  CompletionStage<Void> keep(Entry entry);
}
