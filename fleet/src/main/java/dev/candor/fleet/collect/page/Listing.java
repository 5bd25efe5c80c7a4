package dev.candor.fleet.collect.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of a page.
 *
 * @param next what stands behind the question mark of the next page's address
 */
record Listing<T>(List<T> rows, Optional<String> next) {
  /** Rows of one page. */
  static final int MOST = 100;

  /**
   * @param all asked for with one more than {@link #MOST}
   * @param row by which the next page goes on behind it
   */
  static <T> Listing<T> of(List<T> all, Query query, Function<T, String> row) {
    return all.size() <= MOST
        ? new Listing<>(all, Optional.empty())
        : new Listing<>(
            all.subList(0, MOST), Optional.of(query.after(row.apply(all.get(MOST - 1)))));
  }
}
