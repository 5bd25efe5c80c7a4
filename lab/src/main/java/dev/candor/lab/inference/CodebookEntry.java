package dev.candor.lab.inference;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a symbol stands for.
 *
 * @param levels by factor, the class of levels; a trial is meant whose levels are all within
 * @param rest whether the symbol also stands for all that was tried and is in no other entry
 */
public record CodebookEntry(
    SortedMap<String, SortedSet<String>> levels, String symbol, boolean rest) {
  public CodebookEntry {
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }
}
