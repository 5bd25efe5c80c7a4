package dev.candor.fleet.collect;

import dev.candor.core.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secret by which somebody may send or read. It has 256 random bits, so that its digest alone is
 * enough to know it again and not enough to find it.
 */
public final class Token {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Purpose purpose;
  private final String secret;

  /** What a token is good for. */
  public enum Purpose {
    SEND,
    READ;

    /** As files have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> named(String word) {
      return Stream.of(values()).filter(purpose -> purpose.word().equals(word)).findFirst();
    }
  }

  private Token(Purpose purpose, String secret) {
    this.purpose = purpose;
    this.secret = secret;
  }

  /** One that nobody has seen. */
  public static Token create(Purpose purpose) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String random = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Token(purpose, "candor_%s_%s".formatted(purpose.word(), random));
  }

  /** To be handed to whoever uses it, and kept nowhere else. */
  public String secret() {
    return secret;
  }

  /**
   * The line of the service's file, which does not give the secret away: purpose, digest, name.
   *
   * @param name of who uses it; letters, digits, dots and dashes
   */
  public String line(String name) {
    return "%s sha256:%s %s".formatted(purpose.word(), Sha256.hex(secret), name);
  }
}
