package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Base32: RFC 4648 sections 6 and 7 in either case, and Crockford's alphabet
 * (crockford.com/base32.html).
 */
@AutoService(Encoding.class)
public final class Base32 implements Encoding {
  private record Variant(String step, Radix upper, Radix lower) {
    Variant(String step, String alphabet) {
      this(step, new Radix(alphabet), new Radix(alphabet.toLowerCase(Locale.ROOT)));
    }
  }

  private static final List<Variant> VARIANTS =
      List.of(
          new Variant("base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
          new Variant("base32hex", "0123456789ABCDEFGHIJKLMNOPQRSTUV"),
          new Variant("base32:crockford", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"));

  @Override
  public Family family() {
    return Family.ALPHABET;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    for (Variant variant : VARIANTS) {
      variant
          .upper()
          .decode(in)
          .or(() -> variant.lower().decode(in))
          .ifPresent(p -> out.accept(new Peeled(variant.step(), p)));
    }
  }

  /** Whether the text has upper-case letters and the digits 2 to 7 alone. */
  static boolean isUpper(byte[] text) {
    for (byte b : text) {
      if (!(b >= 'A' && b <= 'Z' || b >= '2' && b <= '7')) {
        return false;
      }
    }
    return true;
  }
}
