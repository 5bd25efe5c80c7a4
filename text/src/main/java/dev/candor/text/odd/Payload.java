package dev.candor.text.odd;

import dev.candor.text.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What invisible characters spell, by the codes in common use: tag characters as the ASCII that
 * they stand for, variation selectors as the bytes 0 to 255, two characters as the bits of bytes,
 * four as pairs of bits; one more may part the bytes.
 */
final class Payload {
  /** Fewer bytes come about by chance. */
  private static final int FEWEST_OF_BITS = 3;

  private static final int FEWEST = 2;
  private static final int BYTE = 8;
  private static final int SHORT_BYTE = 7;

  private Payload() {}

  /** Printable text, if it is some. */
  static Optional<String> in(String run) {
    int[] all = run.codePoints().toArray();
    if (all.length < FEWEST) {
      return Optional.empty();
    }
    return tags(all).or(() -> selectors(all)).or(() -> bits(all));
  }

  private static Optional<String> tags(int[] run) {
    StringBuilder out = new StringBuilder();
    for (int c : run) {
      if (c > 0xe0000 && c < 0xe007f) {
        out.append((char) (c - 0xe0000));
      }
    }
    return out.length() * 2 > run.length ? printable(out.toString()) : Optional.empty();
  }

  private static Optional<String> selectors(int[] run) {
    byte[] bytes = new byte[run.length];
    int count = 0;
    for (int c : run) {
      if (c >= 0xfe00 && c <= 0xfe0f) {
        bytes[count++] = (byte) (c - 0xfe00);
      } else if (c >= 0xe0100 && c <= 0xe01ef) {
        bytes[count++] = (byte) (c - 0xe0100 + 16);
      }
    }
    if (count * 2 <= run.length || count < FEWEST) {
      return Optional.empty();
    }
    return Utf8.text(bytes, count).flatMap(Payload::printable);
  }

  private static Optional<String> bits(int[] run) {
    List<Integer> symbols = Arrays.stream(run).distinct().sorted().boxed().toList();
    return switch (symbols.size()) {
      case 2 -> ofTwo(run, symbols.get(0), symbols.get(1));
      case 3 -> parted(run, symbols);
      case 4 -> ofFour(run, symbols);
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofTwo(int[] run, int zero, int one) {
    for (int size : new int[] {BYTE, SHORT_BYTE}) {
      for (int set : new int[] {one, zero}) {
        Optional<String> text = run.length % size == 0 ? bytes(run, set, size) : Optional.empty();
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> bytes(int[] run, int set, int size) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i + size <= run.length; i += size) {
      int value = 0;
      for (int bit = 0; bit < size; bit++) {
        value = value << 1 | (run[i + bit] == set ? 1 : 0);
      }
      out.append((char) value);
    }
    return out.length() < FEWEST_OF_BITS ? Optional.empty() : printable(out.toString());
  }

  private static Optional<String> ofFour(int[] run, List<Integer> symbols) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i + 4 <= run.length; i += 4) {
      int value = 0;
      for (int pair = 0; pair < 4; pair++) {
        value = value << 2 | symbols.indexOf(run[i + pair]);
      }
      out.append((char) value);
    }
    return run.length % 4 != 0 || out.length() < FEWEST_OF_BITS
        ? Optional.empty()
        : printable(out.toString());
  }

  /** One of three parts groups of up to eight bits, as the words of a sentence. */
  private static Optional<String> parted(int[] run, List<Integer> symbols) {
    for (int parting : symbols) {
      List<Integer> bits = symbols.stream().filter(s -> s != parting).toList();
      for (int set : bits) {
        Optional<String> text = groups(run, parting, set);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> groups(int[] run, int parting, int set) {
    List<Integer> values = new ArrayList<>();
    int value = 0;
    int size = 0;
    for (int c : run) {
      if (c == parting) {
        if (size > 0) {
          values.add(value);
        }
        value = 0;
        size = 0;
      } else {
        value = value << 1 | (c == set ? 1 : 0);
        size++;
      }
      if (size > BYTE) {
        return Optional.empty();
      }
    }
    if (size > 0) {
      values.add(value);
    }
    StringBuilder out = new StringBuilder();
    values.forEach(v -> out.append((char) (int) v));
    return out.length() < FEWEST_OF_BITS ? Optional.empty() : printable(out.toString());
  }

  private static Optional<String> printable(String text) {
    boolean all = text.codePoints().allMatch(c -> c >= ' ' && c <= '~' || c == '\n');
    return all && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }
}
