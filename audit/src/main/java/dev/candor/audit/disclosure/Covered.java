package dev.candor.audit.disclosure;

import java.util.List;

/**
 * Something that an audit showed, and the statements that speak of it.
 *
 * @param id the same in every report that shows it
 * @param words what it is, in a line
 * @param unnoticed whether a reader of the traffic would not notice it
 * @param statements numbers of those that declare it or a part of it, from 1
 * @param open parts that none declares, some of them, in words; empty where all is declared
 */
public record Covered(
    Kind kind,
    String id,
    String words,
    boolean unnoticed,
    List<Integer> statements,
    List<String> open) {
  /** A confirmed signal, or a fact that was seen plainly. */
  public enum Kind {
    SIGNAL,
    FACT
  }

  public Covered {
    statements = List.copyOf(statements);
    open = List.copyOf(open);
  }

  /** Whether all of it is declared. */
  public boolean isCovered() {
    return open.isEmpty();
  }
}
