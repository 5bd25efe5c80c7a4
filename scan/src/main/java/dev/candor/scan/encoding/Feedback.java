package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The key of a byte is the byte before it: the stored one (each stored byte tells its difference to
 * the next) or the plain one, by exclusive or, or by difference.
 */
@AutoService(Encoding.class)
public final class Feedback implements Encoding {
  private static final int SHORTEST = 24;

  private enum Kind {
    STORED_XOR("xor:previous-stored", true),
    PLAIN_XOR("xor:previous-plain", false),
    STORED_DIFFERENCE("subtract:previous-stored", true),
    PLAIN_DIFFERENCE("add:previous-plain", false);

    private final String step;

    /** Whether the start matters to the first byte only. */
    private final boolean chainsStored;

    Kind(String step, boolean chainsStored) {
      this.step = step;
      this.chainsStored = chainsStored;
    }

    byte plain(byte stored, byte storedBefore, byte plainBefore) {
      return (byte)
          switch (this) {
            case STORED_XOR -> stored ^ storedBefore;
            case PLAIN_XOR -> stored ^ plainBefore;
            case STORED_DIFFERENCE -> stored - storedBefore;
            case PLAIN_DIFFERENCE -> stored + plainBefore;
          };
    }
  }

  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public boolean onText() {
    return false;
  }

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    byte[] sample = in.prefix(256);
    if (!clues.source() || !in.single() || sample.length < SHORTEST) {
      return;
    }
    for (Kind kind : Kind.values()) {
      double bestWeight = 0;
      int best = -1;
      for (int start = 0; start < 256; start++) {
        double weight = weight(sample, kind, (byte) start);
        if (weight > bestWeight) {
          bestWeight = weight;
          best = start;
        }
      }
      if (best >= 0) {
        byte start = kind.chainsStored ? startOfArray(in, kind).orElse((byte) best) : (byte) best;
        out.accept(
            new Peeled(
                kind.step + (start == 0 ? "" : ":" + (start & 0xff)),
                in.map(piece -> apply(piece, kind, start))));
      }
    }
  }

  /**
   * The start that makes the first byte the bracket which the rest of an array of strings wants.
   */
  private static Optional<Byte> startOfArray(Pieces in, Kind kind) {
    byte[] stored = in.joined();
    byte[] plain = apply(stored, kind, (byte) 0);
    return plain[1] == '"' && plain[plain.length - 2] == '"' && plain[plain.length - 1] == ']'
        ? Optional.of((byte) (kind == Kind.STORED_XOR ? stored[0] ^ '[' : stored[0] - '['))
        : Optional.empty();
  }

  private static double weight(byte[] sample, Kind kind, byte start) {
    byte stored = start;
    byte plain = start;
    double sum = 0;
    for (byte b : sample) {
      plain = kind.plain(b, stored, plain);
      stored = b;
      if (!TextBytes.plausible(plain)) {
        return 0;
      }
      sum += TextBytes.weight(plain);
    }
    return sum;
  }

  private static byte[] apply(byte[] bytes, Kind kind, byte start) {
    byte[] plain = new byte[bytes.length];
    byte storedBefore = start;
    byte plainBefore = start;
    for (int i = 0; i < bytes.length; i++) {
      plain[i] = kind.plain(bytes[i], storedBefore, plainBefore);
      storedBefore = bytes[i];
      plainBefore = plain[i];
    }
    return plain;
  }
}
