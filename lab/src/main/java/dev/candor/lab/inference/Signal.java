package dev.candor.lab.inference;

import dev.candor.core.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A carrier that depends on the environment.
 *
 * @param factors one, or those that it takes together
 * @param gates factors that only switch it off, each with the levels that do
 * @param form how the dependence shows
 * @param carrier the first place
 * @param also other places that say the same, as the date's second separator or a second request
 * @param codebook by symbol
 * @param symbols what stood at the carrier, by trial; trials that had no such place are not in it
 */
public record Signal(
    Set<String> factors,
    SortedMap<String, SortedSet<String>> gates,
    Form form,
    Carrier carrier,
    List<Carrier> also,
    List<CodebookEntry> codebook,
    SortedMap<Integer, String> symbols,
    Capacity capacity,
    Significance significance) {
  /** In a codebook, of levels that do not determine the symbol. */
  public static final String EITHER = "either";

  public Signal {
    factors = Collections.unmodifiableSet(new TreeSet<>(factors));
    gates = Collections.unmodifiableSortedMap(new TreeMap<>(gates));
    symbols = Collections.unmodifiableSortedMap(new TreeMap<>(symbols));
    also = List.copyOf(also);
    codebook = List.copyOf(codebook);
  }

  /** The same, said at another place too. */
  Signal also(Carrier place) {
    List<Carrier> places = new ArrayList<>(also);
    places.add(place);
    return new Signal(
        factors, gates, form, carrier, places, codebook, symbols, capacity, significance);
  }

  /** The same in another form. */
  Signal shownBy(Form other) {
    return new Signal(
        factors, gates, other, carrier, also, codebook, symbols, capacity, significance);
  }

  /** Whether they show in one way at one place, whatever each depends on. */
  public boolean isAt(Signal other) {
    return form == other.form && carrier.isWhere(other.carrier);
  }

  /** Factors and gates: what its symbol is a function of. */
  public SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(factors);
    all.addAll(gates.keySet());
    return all;
  }

  /** Whether symbols vary by themselves too, and levels only favour some. */
  public boolean isNoisy() {
    return codebook.stream().anyMatch(entry -> entry.symbol().equals(EITHER));
  }

  /** What the carrier can tell, in bits. */
  public double bits() {
    return capacity.bits();
  }
}
