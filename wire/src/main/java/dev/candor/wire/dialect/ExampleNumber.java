package dev.candor.wire.dialect;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The least number that fits a schema; about 1 where nothing bounds it from below. */
final class ExampleNumber {
  private static final int MOST_STEPS = 1_000;

  /** Whole numbers beyond it are no longer exact. */
  private static final double EXACT = 1L << 53;

  private ExampleNumber() {}

  /**
   * @param ordinal another number for each
   */
  static JsonNode of(Facets facets, boolean whole, int ordinal) {
    Range range = Range.of(facets);
    OptionalDouble step = facets.greatest("multipleOf");
    double value =
        step.isPresent() && step.getAsDouble() > 0
            ? multiple(range, step.getAsDouble(), whole, ordinal)
            : whole ? wholeNumber(range, ordinal) : anyNumber(range, ordinal);
    return value == Math.rint(value) && Math.abs(value) <= EXACT
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(BigDecimal.valueOf(value));
  }

  private static double wholeNumber(Range range, int ordinal) {
    double begin =
        range.isOpenBelow() ? Math.floor(Math.min(1, range.to())) : Math.ceil(range.from());
    return begin + range.direction() * ((range.admits(begin) ? 0 : 1) + ordinal);
  }

  private static double anyNumber(Range range, int ordinal) {
    double begin = range.isOpenBelow() ? Math.min(1, range.to()) : range.from();
    double value = begin + range.direction() * ((range.admits(begin) ? 0 : 1) + ordinal);
    return range.admits(value)
        ? value
        : range.from() + (range.to() - range.from()) * (ordinal + 1) / (ordinal + 2);
  }

  private static double multiple(Range range, double step, boolean whole, int ordinal) {
    double times =
        range.isOpenBelow()
            ? Math.floor(Math.min(range.to(), Math.max(1, step)) / step)
            : Math.ceil(range.from() / step);
    int passed = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      double value = product(step, times + range.direction() * i);
      boolean fits = range.admits(value) && (!whole || value == Math.rint(value));
      if (fits && passed++ == ordinal) {
        return value;
      }
    }
    return product(step, times);
  }

  /** By decimals: three times 0.1 is 0.3. */
  private static double product(double step, double times) {
    return Double.isFinite(step * times)
        ? BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(times)).doubleValue()
        : step;
  }

  /** Bounds, themselves within unless said otherwise; infinite where there are none. */
  private record Range(double from, boolean withoutFrom, double to, boolean withoutTo) {
    /** In draft 4 a bound is excluded by a flag beside it. */
    static Range of(Facets facets) {
      double least = facets.greatest("minimum").orElse(Double.NEGATIVE_INFINITY);
      double above = facets.greatest("exclusiveMinimum").orElse(Double.NEGATIVE_INFINITY);
      double most = facets.least("maximum").orElse(Double.POSITIVE_INFINITY);
      double below = facets.least("exclusiveMaximum").orElse(Double.POSITIVE_INFINITY);
      return new Range(
          Math.max(least, above),
          above >= least || facets.isTrue("exclusiveMinimum"),
          Math.min(most, below),
          below <= most || facets.isTrue("exclusiveMaximum"));
    }

    boolean isOpenBelow() {
      return Double.isInfinite(from);
    }

    /** Away from the end that is known. */
    int direction() {
      return isOpenBelow() ? -1 : 1;
    }

    boolean admits(double value) {
      boolean above = isOpenBelow() || (withoutFrom ? value > from : value >= from);
      return above && (Double.isInfinite(to) || (withoutTo ? value < to : value <= to));
    }
  }
}
