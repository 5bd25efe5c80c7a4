package dev.candor.policy;

import dev.candor.core.Digest;
import java.util.Optional;

/**
 * What is known of one product in one place, installed or called. What is not known is empty: a
 * rule that needs it cannot tell.
 *
 * @param product what it is
 * @param tool the same as the catalogue of tools has it, as {@code claude-code}
 * @param version as the product has it, whatever it looks like
 * @param machine name of the machine it is on
 * @param path where it lies there
 * @param upstream host that it speaks to
 * @param means how it came, as {@code npm-global}
 * @param digest of the published file
 */
public record Facts(
    Product product,
    Optional<String> tool,
    Optional<String> version,
    Optional<String> machine,
    Optional<String> path,
    Optional<String> upstream,
    Optional<String> means,
    Optional<Digest> digest) {
  /** Of a product alone. */
  public static Facts of(Product.Versioned versioned) {
    return new Facts(
        versioned.product(),
        Optional.empty(),
        versioned.version(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
