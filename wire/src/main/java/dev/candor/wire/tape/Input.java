package dev.candor.wire.tape;

import dev.candor.wire.tape.Budget.TooMuch;
import dev.candor.wire.tape.Entries.Damaged;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one entry holds, as it is read. All methods throw {@link Damaged}. */
final class Input {
  /** What a thing of a list takes beside its content. */
  private static final long EACH = 64;

  private final ByteBuffer in;
  private final Budget budget;

  Input(byte[] bytes, Budget budget) {
    in = ByteBuffer.wrap(bytes);
    this.budget = budget;
  }

  long number() throws Damaged {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      require(in.hasRemaining());
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new Damaged();
  }

  long signed() throws Damaged {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  int signedInt() throws Damaged {
    long value = signed();
    require(value == (int) value);
    return (int) value;
  }

  /** 0 to {@code most}. */
  int number(int most) throws Damaged {
    long value = number();
    require(value >= 0 && value <= most);
    return (int) value;
  }

  String text() throws Damaged {
    long size = number();
    boolean wide = (size & 1) != 0;
    long length = (size >>> 1) * (wide ? 2 : 1);
    require(length >= 0 && length <= in.remaining());
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    if (!wide) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    char[] characters = new char[bytes.length / 2];
    ByteBuffer.wrap(bytes).asCharBuffer().get(characters);
    return new String(characters);
  }

  Optional<String> optionalText() throws Damaged {
    return isPresent() ? Optional.of(text()) : Optional.empty();
  }

  boolean isPresent() throws Damaged {
    return number(1) == 1;
  }

  /** How one thing of a list is read. */
  interface Reading<T> {
    T read() throws Damaged;
  }

  /** A list with its length before it; each thing takes at least a byte. */
  <T> List<T> list(Reading<T> reading) throws Damaged, TooMuch {
    int count = number(in.remaining());
    budget.take(count * EACH);
    List<T> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(reading.read());
    }
    return List.copyOf(list);
  }

  void end() throws Damaged {
    require(!in.hasRemaining());
  }

  static void require(boolean condition) throws Damaged {
    if (!condition) {
      throw new Damaged();
    }
  }
}
