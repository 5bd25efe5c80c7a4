package dev.candor.core.mechanism;

import dev.candor.core.Form;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that varies in what is sent.
 *
 * @param carrier where
 * @param slot which place of the text template; empty where the carrier is no text
 * @param form how the dependence shows
 * @param codebook the first row that applies gives the symbol; one applies in every case
 */
public record Mark(Carrier carrier, String slot, Form form, List<Row> codebook) {
  /**
   * @throws IllegalArgumentException if slot and carrier do not fit, or a case has no row
   */
  public Mark {
    codebook = List.copyOf(codebook);
    if (carrier instanceof Carrier.Text text) {
      if (!text.template().slots().contains(slot)) {
        throw new IllegalArgumentException(
            "marks the slot \"" + slot + "\", which the text of " + text.id() + " does not have");
      }
      if (text.fillers().containsKey(slot)) {
        throw new IllegalArgumentException("has both a mark and a filler for {" + slot + "}");
      }
    } else if (!slot.isEmpty()) {
      throw new IllegalArgumentException("has a slot in " + carrier.id() + ", which is no text");
    }
    Set<String> used = used(codebook);
    if (used.size() > Mechanism.MOST_CONDITIONS) {
      throw new IllegalArgumentException(
          "has a codebook over more than " + Mechanism.MOST_CONDITIONS + " conditions");
    }
    for (Truths one : Truths.ANY.over(used)) {
      if (codebook.stream().noneMatch(row -> one.implies(row.when()))) {
        throw new IllegalArgumentException(
            "has a codebook at "
                + carrier.id()
                + " "
                + slot
                + " without a row for "
                + (one.values().isEmpty() ? "anything" : one.values()));
      }
    }
  }

  private static Set<String> used(List<Row> codebook) {
    Set<String> used = new LinkedHashSet<>();
    codebook.forEach(row -> used.addAll(row.when().values().keySet()));
    return Collections.unmodifiableSet(used);
  }

  /** What people call it by: its slot, or where there is none its carrier. */
  public String name() {
    return slot.isEmpty() ? carrier.id() : slot;
  }

  /** The ids of the conditions on which it depends. */
  public Set<String> conditions() {
    return used(codebook);
  }

  /** All symbols, each once, in the order of the rows. */
  public List<String> symbols() {
    return codebook.stream().map(Row::symbol).distinct().toList();
  }

  /** The symbol where no condition holds. */
  public String unmarked() {
    return codebook.stream()
        .filter(row -> !row.when().values().containsValue(true))
        .map(Row::symbol)
        .findFirst()
        .orElseThrow();
  }

  /** The symbols that it may have with an open gate; one where all its conditions are known. */
  public List<String> symbols(Truths truths) {
    return truths.over(conditions()).stream().map(this::symbol).distinct().toList();
  }

  private String symbol(Truths whole) {
    return codebook.stream()
        .filter(row -> whole.implies(row.when()))
        .map(Row::symbol)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What a symbol says: the ways in which its conditions can be, so that it is sent; none for a
   * symbol that is not in the codebook.
   */
  public List<Truths> meaning(String symbol) {
    return Truths.ANY.over(conditions()).stream()
        .filter(one -> symbol(one).equals(symbol))
        .toList();
  }
}
