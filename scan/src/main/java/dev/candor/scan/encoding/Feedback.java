package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/**
 * The key of a byte is the byte before it: the stored one (each stored byte tells its difference to
 * the next) or the plain one, by exclusive or, or by difference.
 */
@AutoService(Encoding.class)
public final class Feedback implements Encoding {
  private static final int SHORTEST = 24;

  private enum Kind {
    STORED_XOR("xor:previous-stored"),
    PLAIN_XOR("xor:previous-plain"),
    STORED_DIFFERENCE("subtract:previous-stored"),
    PLAIN_DIFFERENCE("add:previous-plain");

    private final String step;

    Kind(String step) {
      this.step = step;
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
        byte start = (byte) best;
        out.accept(
            new Peeled(
                kind.step + (best == 0 ? "" : ":" + best),
                in.map(piece -> apply(piece, kind, start))));
      }
    }
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
