package dev.candor.gateway.proxy;

import dev.candor.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A secret that clients show in Proxy-Authorization (RFC 9110, 11.7.1; RFC 6750, 2.1):
 * Authorization belongs to the upstream. Only its digest is kept.
 */
final class Token {
  private static final String BEARER = "bearer ";

  private final byte[] digest;

  Token(String secret) {
    digest = digest(secret);
  }

  /** In a time that tells nothing of the secret. */
  boolean isShownBy(String field) {
    return field.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(digest, digest(field.substring(BEARER.length()).strip()));
  }

  private static byte[] digest(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }
}
