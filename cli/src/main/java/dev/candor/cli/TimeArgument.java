package dev.candor.cli;

import java.time.Duration;

/** A time as users write it: a number and {@code s}, {@code m}, {@code h} or {@code d}. */
final class TimeArgument {
  private TimeArgument() {}

  static Duration of(long number, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> throw new IllegalArgumentException("no unit of time: " + unit);
    };
  }
}
