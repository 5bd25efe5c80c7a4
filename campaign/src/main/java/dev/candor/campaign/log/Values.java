package dev.candor.campaign.log;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Values of text, by the type of their column. */
final class Values {
  /** The longest pseudonym or name, in UTF-16 units. */
  static final int LONGEST = 256;

  /** 2000-01-01: no exchange with a model is older. */
  static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  /** How far a clock may be ahead, in milliseconds. */
  static final long AHEAD = 86_400_000;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,20}");
  private static final int ZONELESS = "2026-05-04T10:00:00".length();
  private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(64);

  private Values() {}

  /** A pseudonym or a name. */
  static String text(Column column, String value) throws BadRow {
    if (value.length() > LONGEST) {
      throw new BadRow(column, "is longer than " + LONGEST + " characters");
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new BadRow(column, "has control characters");
      }
    }
    return value;
  }

  /**
   * A moment in milliseconds since 1970: ISO 8601 with a space or T between date and time, in UTC
   * where it names no offset; or a whole number, which is those milliseconds.
   */
  static long time(Column column, String value, long latest) throws BadRow {
    long time = moment(column, value);
    if (time < EARLIEST) {
      throw new BadRow(column, "is before 2000");
    }
    if (time > latest) {
      throw new BadRow(column, "is in the future");
    }
    return time;
  }

  private static long moment(Column column, String value) throws BadRow {
    try {
      if (WHOLE.matcher(value).matches()) {
        return Long.parseLong(value);
      }
      String text =
          value.length() > 10 && value.charAt(10) == ' '
              ? value.substring(0, 10) + "T" + value.substring(11)
              : value;
      return text.length() > ZONELESS && zoned(text)
          ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new BadRow(column, "is no time");
    }
  }

  private static boolean zoned(String text) {
    return text.endsWith("Z")
        || text.indexOf('+', ZONELESS) >= 0
        || text.indexOf('-', ZONELESS) >= 0;
  }

  /** A number from 0 to 2^31 - 1. */
  static int count(Column column, String value) throws BadRow {
    try {
      int count = Integer.parseInt(value);
      if (count < 0) {
        throw new BadRow(column, "is negative");
      }
      return count;
    } catch (NumberFormatException e) {
      throw new BadRow(column, "is no whole number below 2147483648");
    }
  }

  /** 64 bits, written as a number with or without a sign. */
  static long sketch(Column column, String value) throws BadRow {
    if (WHOLE.matcher(value).matches()) {
      BigInteger number = new BigInteger(value);
      if (number.compareTo(BigInteger.valueOf(Long.MIN_VALUE)) >= 0 && number.compareTo(WRAP) < 0) {
        return number.longValue();
      }
    }
    throw new BadRow(column, "is no 64-bit number");
  }
}
