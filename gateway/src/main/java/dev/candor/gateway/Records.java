package dev.candor.gateway;

import java.util.concurrent.CompletionStage;

/** Where findings are kept. */
public interface Records {
  /**
   * Keeps an entry. Never waits.
   *
   * @return complete, with the entry, once it cannot be lost any more; failed where it is not kept
   */
  CompletionStage<Entry> keep(Entry entry);
}
