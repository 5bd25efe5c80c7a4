package dev.candor.scan;

import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds text cut into pieces that are stored out of order: an array of strings, and near it an
 * array that holds each index once. Told by the shape of the data alone, whatever code puts it
 * together.
 */
final class ShuffledPieces {
  private static final int FEWEST = 6;
  private static final int MOST = 5_000;

  /** Bytes between the two arrays. */
  private static final int REACH = 2_000;

  private ShuffledPieces() {}

  /**
   * @param open bracket of the array of strings
   * @param close its partner
   */
  record Found(int open, int close, Reading.Listed list) {}

  private record Strings(int open, int close, List<String> values) {}

  private record Order(int open, int[] indexes) {}

  static List<Found> find(Tokens tokens) {
    List<Strings> strings = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (int t = 0; t < tokens.count(); t++) {
      if (tokens.kind(t) == '[') {
        order(tokens, t).ifPresent(orders::add);
        if (tokens.kind(t + 1) == Tokens.STRING) {
          strings(tokens, t).ifPresent(strings::add);
        }
      }
    }
    List<Found> found = new ArrayList<>();
    for (Order order : orders) {
      for (Strings s : strings) {
        boolean near =
            Math.abs((long) tokens.start(order.open()) - tokens.start(s.open()))
                < REACH + (long) tokens.end(s.close()) - tokens.start(s.open());
        if (near && s.values().size() == order.indexes().length) {
          together(s.values(), order.indexes())
              .ifPresent(list -> found.add(new Found(s.open(), s.close(), list)));
        }
      }
    }
    return found;
  }

  private static Optional<Strings> strings(Tokens tokens, int open) {
    int close = tokens.partner(open);
    int n = (close - open) / 2;
    if (close < 0 || n < FEWEST || n > MOST || tokens.kind(close - 1) != Tokens.STRING) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>(n);
    for (int t = open + 1; t < close; t += 2) {
      if (tokens.kind(t) != Tokens.STRING) {
        return Optional.empty();
      }
      values.add(Literals.string(tokens, t));
    }
    return Optional.of(new Strings(open, close, values));
  }

  /** Every number from 0 to n - 1 once, but not in ascending order. */
  private static Optional<Order> order(Tokens tokens, int open) {
    int close = tokens.partner(open);
    int n = (close - open) / 2;
    if (close < 0
        || n < FEWEST
        || n > MOST
        || tokens.kind(open + 1) != Tokens.NUMBER
        || tokens.kind(close - 1) != Tokens.NUMBER) {
      return Optional.empty();
    }
    int[] indexes = new int[n];
    boolean[] seen = new boolean[n];
    boolean ascending = true;
    for (int i = 0; i < n; i++) {
      int t = open + 1 + 2 * i;
      long value = tokens.kind(t) == Tokens.NUMBER ? Literals.number(tokens, t) : -1;
      if (value < 0 || value >= n || seen[(int) value]) {
        return Optional.empty();
      }
      seen[(int) value] = true;
      indexes[i] = (int) value;
      ascending &= value == i;
    }
    return ascending ? Optional.empty() : Optional.of(new Order(open, indexes));
  }

  /** Read in the order of the indexes, or each put where its index says. */
  private static Optional<Reading.Listed> together(List<String> values, int[] indexes) {
    String[] put = new String[indexes.length];
    StringBuilder taken = new StringBuilder();
    for (int i = 0; i < indexes.length; i++) {
      taken.append(values.get(indexes[i]));
      put[indexes[i]] = values.get(i);
    }
    return list(taken.toString(), values)
        .or(() -> list(String.join("", Arrays.asList(put)), values));
  }

  private static Optional<Reading.Listed> list(String text, List<String> pieces) {
    if (!(Readability.ofText(text) instanceof Reading.Listed list)) {
      return Optional.empty();
    }
    long whole = list.entries().stream().filter(pieces::contains).count();
    return whole * 2 < list.entries().size() ? Optional.of(list) : Optional.empty();
  }
}
