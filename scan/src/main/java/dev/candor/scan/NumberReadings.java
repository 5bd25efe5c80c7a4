package dev.candor.scan;

import dev.candor.scan.encoding.Pieces;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an array of numbers may spell: character codes, differences of codes, packed words. */
final class NumberReadings {
  private static final int MOST = 500_000;

  private NumberReadings() {}

  record Spelled(List<String> steps, Pieces pieces) {}

  static List<Spelled> of(long[] numbers) {
    List<Spelled> readings = new ArrayList<>();
    if (numbers.length > MOST) {
      return readings;
    }
    if (isSorted(numbers) || isNarrow(numbers)) {
      // Ranges, offsets, digits; the codes of a text go up and down, and separators lie far from
      // letters.
      return readings;
    }
    codes(numbers)
        .ifPresent(bytes -> readings.add(new Spelled(List.of("char-codes"), Pieces.of(bytes))));
    if (hasNegative(numbers)) {
      codes(sums(numbers))
          .ifPresent(bytes ->
              readings.add(new Spelled(List.of("deltas", "char-codes"), Pieces.of(bytes))));
    }
    words(numbers, ByteOrder.BIG_ENDIAN)
        .ifPresent(bytes -> readings.add(new Spelled(List.of("int32:be"), Pieces.of(bytes))));
    words(numbers, ByteOrder.LITTLE_ENDIAN)
        .ifPresent(bytes -> readings.add(new Spelled(List.of("int32:le"), Pieces.of(bytes))));
    return readings;
  }

  private static boolean isSorted(long[] numbers) {
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] < numbers[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNarrow(long[] numbers) {
    for (long n : numbers) {
      if (n < 0 || n >= 32) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNegative(long[] numbers) {
    for (long n : numbers) {
      if (n < 0) {
        return true;
      }
    }
    return false;
  }

  private static long[] sums(long[] numbers) {
    long[] sums = new long[numbers.length];
    long sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += numbers[i];
      sums[i] = sum;
    }
    return sums;
  }

  /** Bytes, signed or not, as they are; other code points as UTF-8. */
  private static Optional<byte[]> codes(long[] numbers) {
    boolean bytes = true;
    for (long n : numbers) {
      bytes &= n >= -128 && n <= 255;
      if (n < -128 || n > Character.MAX_CODE_POINT) {
        return Optional.empty();
      }
    }
    if (bytes) {
      byte[] out = new byte[numbers.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = (byte) numbers[i];
      }
      return Optional.of(out);
    }
    StringBuilder text = new StringBuilder(numbers.length);
    for (long n : numbers) {
      if (n < 0 || !Character.isDefined((int) n)) {
        return Optional.empty();
      }
      text.appendCodePoint((int) n);
    }
    return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> words(long[] numbers, ByteOrder order) {
    boolean wide = false;
    for (long n : numbers) {
      wide |= n > 0xffffff || n < -0xffffff;
      if (n < Integer.MIN_VALUE || n > 0xffffffffL) {
        return Optional.empty();
      }
    }
    if (!wide) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4).order(order);
    for (long n : numbers) {
      bytes.putInt((int) n);
    }
    return Optional.of(trimmed(bytes.array()));
  }

  /** The last word is filled up with zeros. */
  private static byte[] trimmed(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && end > bytes.length - 4 && bytes[end - 1] == 0) {
      end--;
    }
    return java.util.Arrays.copyOf(bytes, end);
  }
}
