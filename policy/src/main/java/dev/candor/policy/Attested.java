package dev.candor.policy;

import dev.candor.core.Digest;
import java.util.List;
import java.util.Optional;

/**
 * What a signed report says, after its signature and all else of it was verified.
 *
 * @param purl package URL of what was audited, with its version
 * @param digest of it
 * @param verdict as {@code covert}; empty where it has none
 * @param mechanisms names of those that were found
 */
public record Attested(
    String purl, Optional<Digest> digest, Optional<String> verdict, List<String> mechanisms) {
  public Attested {
    mechanisms = List.copyOf(mechanisms);
  }
}
