package dev.candor.fleet.collect.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list goes on: behind a row.
 *
 * @param time of the row, by which the list is sorted, in its own unit
 * @param row its number
 */
public record Cursor(long time, long row) {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,18}|[1-8][0-9]{18})-([0-9]{1,18})");

  /** As {@code 1763812800000-42}. */
  public String written() {
    return time + "-" + row;
  }

  /** Empty where the text is none. */
  public static Optional<Cursor> of(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    return matcher.matches()
        ? Optional.of(
            new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}
