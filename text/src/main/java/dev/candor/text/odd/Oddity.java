package dev.candor.text.odd;

import java.util.Optional;

/**
 * Something odd in a text.
 *
 * @param start in UTF-16 units from the beginning of the text
 * @param end behind it; more than one character only where it is a run of invisible ones, or a note
 *     on a longer passage
 * @param usual what would stand there usually; may be empty
 * @param detail evidence beyond the rule's own words
 * @param decoded what a run of invisible characters spells
 */
public record Oddity(
    Rule rule,
    int start,
    int end,
    String usual,
    Optional<String> detail,
    Optional<String> decoded) {

  static Oddity of(Rule rule, int start, int end, String usual) {
    return new Oddity(rule, start, end, usual, Optional.empty(), Optional.empty());
  }

  Oddity with(String evidence) {
    return new Oddity(rule, start, end, usual, Optional.of(evidence), decoded);
  }
}
