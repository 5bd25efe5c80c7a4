package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Base64 with the standard or the URL-safe alphabet (RFC 4648, sections 4 and 5), or with any
 * alphabet of 64 characters that stands in the code.
 */
@AutoService(Encoding.class)
public final class Base64 implements Encoding {
  private static final String COMMON =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  static final Radix STANDARD = new Radix(COMMON + "+/");
  static final Radix URL_SAFE = new Radix(COMMON + "-_");

  private final ConcurrentHashMap<String, Radix> found = new ConcurrentHashMap<>();

  @Override
  public Family family() {
    return Family.ALPHABET;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    STANDARD
        .decode(in)
        .ifPresentOrElse(
            p -> out.accept(new Peeled("base64", p)),
            () -> URL_SAFE.decode(in).ifPresent(p -> out.accept(new Peeled("base64url", p))));
    for (String alphabet : clues.alphabets()) {
      if (!alphabet.equals(COMMON + "+/") && !alphabet.equals(COMMON + "-_")) {
        found
            .computeIfAbsent(alphabet, Radix::new)
            .decode(in)
            .ifPresent(p -> out.accept(new Peeled("base64:custom", p)));
      }
    }
  }

  /** The 64 characters of an alphabet, where {@code text} is one (a 65th may be the padding). */
  public static java.util.Optional<String> alphabet(String text) {
    if (text.length() != 64 && text.length() != 65) {
      return java.util.Optional.empty();
    }
    Set<Character> seen = new HashSet<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || !seen.add(c)) {
        return java.util.Optional.empty();
      }
    }
    return java.util.Optional.of(text.substring(0, 64));
  }
}
