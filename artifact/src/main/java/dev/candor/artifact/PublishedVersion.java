package dev.candor.artifact;

import dev.candor.core.Subject;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One version of a package, as its registry knows it.
 *
 * @param version an exact semantic version
 * @param published when, by the registry's own word; empty where it does not say
 * @param available false where the publisher has taken it back (unpublished)
 * @param deprecated the publisher's message, where there is one; hostile text
 * @param digest the strongest that the registry names of its file, as {@code sha512-} and base64 or
 *     {@code sha1-} and hexadecimal; of what was taken back, empty
 */
public record PublishedVersion(
    String version,
    Optional<Instant> published,
    boolean available,
    Optional<String> deprecated,
    Optional<String> digest) {
  private static final String SHA512 = "sha512-";

  /**
   * Whether the registry names that file for this version. It may name one digest in its list and
   * another one in the version's own document. Of a digest that is no SHA-512 nothing is known.
   */
  public boolean mayBe(Subject subject) {
    Optional<String> named = digest.filter(one -> one.startsWith(SHA512));
    return named.isEmpty()
        || subject.digest().filter(one -> one.hex().equals(hex(named.get()))).isPresent();
  }

  /** Of what is no base64, nothing that a digest is. */
  private static String hex(String named) {
    try {
      return HexFormat.of().formatHex(Base64.getDecoder().decode(named.substring(SHA512.length())));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
