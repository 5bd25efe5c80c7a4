package dev.candor.scan;

import java.util.List;

/** What decoded bytes turn out to be. */
sealed interface Reading {
  /**
   * A list of names or words.
   *
   * @param score mean bits a letter over chance
   * @param text what was split into the entries
   */
  record Listed(List<String> entries, double score, String text) implements Reading {}

  /** Text that is no list: prose, code, markup, a document. */
  record Prose(String text, double score) implements Reading {}

  /** Not text. */
  record Noise() implements Reading {}

  Reading NOISE = new Noise();
}
