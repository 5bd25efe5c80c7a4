package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Five digits of 85 characters for four bytes: Ascii85 (PostScript Language Reference, 3rd edition,
 * section 3.13.3, with {@code z} for four zero bytes), Z85 (ZeroMQ RFC 32), and the alphabet of RFC
 * 1924 as Python's {@code base64.b85encode} uses it.
 */
@AutoService(Encoding.class)
public final class Base85 implements Encoding {
  private static final String ALNUM =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final byte[] ASCII85 = values(range('!', 'u'));
  private static final byte[] Z85 = values(ALNUM + ".-:+=^!/*?&<>()[]{}@%$#");
  private static final byte[] RFC1924 =
      values(
          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~");
  private static final int SHORTEST = 20;

  @Override
  public Family family() {
    return Family.ALPHABET;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    if (!clues.source() || in.total() < SHORTEST) {
      return;
    }
    decode(in, ASCII85, true).ifPresent(p -> out.accept(new Peeled("ascii85", p)));
    decode(in, Z85, false).ifPresent(p -> out.accept(new Peeled("z85", p)));
    decode(in, RFC1924, false).ifPresent(p -> out.accept(new Peeled("base85", p)));
  }

  private static Optional<Pieces> decode(Pieces in, byte[] values, boolean ascii85) {
    List<byte[]> decoded = new ArrayList<>();
    for (byte[] piece : in.bytes()) {
      byte[] bytes = decode(ascii85 ? bare(piece) : piece, values, ascii85);
      if (bytes.length == 0) {
        return Optional.empty();
      }
      decoded.add(bytes);
    }
    return Optional.of(new Pieces(decoded));
  }

  private static byte[] bare(byte[] piece) {
    int from = piece.length > 2 && piece[0] == '<' && piece[1] == '~' ? 2 : 0;
    int to =
        piece.length > from + 2 && piece[piece.length - 1] == '>' && piece[piece.length - 2] == '~'
            ? piece.length - 2
            : piece.length;
    return Arrays.copyOfRange(piece, from, to);
  }

  private static byte[] decode(byte[] text, byte[] values, boolean zeros) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    long group = 0;
    int held = 0;
    for (byte c : text) {
      if (zeros && c == 'z' && held == 0) {
        out.writeBytes(new byte[4]);
        continue;
      }
      int v = c < 0 ? -1 : values[c];
      if (v < 0) {
        return new byte[0];
      }
      group = group * 85 + v;
      if (++held == 5) {
        if (group > 0xffffffffL) {
          return new byte[0];
        }
        emit(out, group, 4);
        group = 0;
        held = 0;
      }
    }
    if (held == 1) {
      return new byte[0];
    }
    if (held > 1) {
      for (int i = held; i < 5; i++) {
        group = group * 85 + 84;
      }
      emit(out, group, held - 1);
    }
    return out.toByteArray();
  }

  private static void emit(ByteArrayOutputStream out, long group, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (group >> 24 - 8 * i));
    }
  }

  private static String range(char from, char to) {
    StringBuilder alphabet = new StringBuilder();
    for (char c = from; c <= to; c++) {
      alphabet.append(c);
    }
    return alphabet.toString();
  }

  private static byte[] values(String alphabet) {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }
}
