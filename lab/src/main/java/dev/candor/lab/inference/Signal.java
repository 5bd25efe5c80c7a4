package dev.candor.lab.inference;

import dev.candor.core.Form;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A carrier that depends on the environment.
 *
 * @param factors one, or those that it takes together
 * @param form how the dependence shows
 * @param carrier the first place
 * @param also other places that say the same, as the date's second separator or a second request
 * @param codebook by symbol
 */
public record Signal(
    Set<String> factors,
    Form form,
    Carrier carrier,
    List<Carrier> also,
    List<CodebookEntry> codebook,
    Capacity capacity,
    Significance significance) {
  public Signal {
    factors = java.util.Collections.unmodifiableSet(new TreeSet<>(factors));
    also = List.copyOf(also);
    codebook = List.copyOf(codebook);
  }

  /** What the carrier can tell, in bits. */
  public double bits() {
    return capacity.bits();
  }
}
