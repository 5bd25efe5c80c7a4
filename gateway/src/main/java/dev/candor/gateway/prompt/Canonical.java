package dev.candor.gateway.prompt;

import dev.candor.text.odd.Oddities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a text as it is usually written: the unmarked symbols of known mechanisms, and what would
 * stand in the place of oddities. Doing it again changes nothing.
 */
final class Canonical {
  /** What was odd can have justified something else; each step takes something away. */
  private static final int MOST_STEPS = 50;

  /** Not of the text, but put there. */
  private static final int PUT = -1;

  private StringBuilder text;
  private int[] origins;

  /** Characters of a text in whose place others go, in UTF-16 units. */
  record Change(int start, int end, String now) {}

  private Canonical(String text) {
    this.text = new StringBuilder(text);
    origins = new int[text.length()];
    Arrays.setAll(origins, i -> i);
  }

  /** What is to be changed, in order; nothing where there would be no end of it. */
  static List<Change> of(String text, List<Watched> watched) {
    Canonical canonical = null;
    for (int step = 0; step < MOST_STEPS; step++) {
      String now = canonical == null ? text : canonical.text.toString();
      List<Change> changes = once(now, watched);
      if (changes.isEmpty()) {
        return canonical == null ? List.of() : canonical.changes(text.length());
      }
      if (canonical == null) {
        canonical = new Canonical(text);
      }
      canonical.apply(changes);
    }
    return List.of();
  }

  /** Mechanisms first: their symbols can be oddities, too, with another usual one. */
  private static List<Change> once(String text, List<Watched> watched) {
    List<Change> changes = new ArrayList<>();
    for (Watched one : watched) {
      for (Watched.Symbol symbol : one.symbols(text)) {
        changes.add(new Change(symbol.start(), symbol.end(), symbol.mark().unmarked()));
      }
    }
    if (changes.isEmpty()) {
      Oddities.findings(
          text,
          finding -> changes.add(new Change(finding.start(), finding.end(), finding.usual())));
    }
    changes.sort(Comparator.comparingInt(Change::start));
    List<Change> apart = new ArrayList<>();
    int end = 0;
    for (Change change : changes) {
      if (change.start() >= end) {
        apart.add(change);
        end = change.end();
      }
    }
    return apart;
  }

  private void apply(List<Change> changes) {
    StringBuilder next = new StringBuilder(text.length());
    int[] from = new int[text.length() + changes.stream().mapToInt(c -> c.now().length()).sum()];
    int at = 0;
    for (Change change : changes) {
      System.arraycopy(origins, at, from, next.length(), change.start() - at);
      next.append(text, at, change.start());
      Arrays.fill(from, next.length(), next.length() + change.now().length(), PUT);
      next.append(change.now());
      at = change.end();
    }
    System.arraycopy(origins, at, from, next.length(), text.length() - at);
    next.append(text, at, text.length());
    text = next;
    origins = Arrays.copyOf(from, next.length());
  }

  /** All that was done, seen from the text as it was. */
  private List<Change> changes(int length) {
    List<Change> changes = new ArrayList<>();
    int expected = 0;
    int put = 0;
    for (int i = 0; i <= text.length(); i++) {
      int origin = i == text.length() ? length : origins[i];
      if (origin == PUT) {
        continue;
      }
      if (origin != expected || put < i) {
        changes.add(new Change(expected, origin, text.substring(put, i)));
      }
      expected = origin + 1;
      put = i + 1;
    }
    return changes;
  }
}
