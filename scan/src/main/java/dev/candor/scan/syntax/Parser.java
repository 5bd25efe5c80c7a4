package dev.candor.scan.syntax;

import java.util.List;

/** Makes trees of a range of tokens; one for each language. */
interface Parser {
  /** All statements from token {@code from} (included) to {@code to} (excluded). */
  List<Node> statements(int from, int to);

  /** The statement that begins at {@code from}; ends in front of {@code to} at the latest. */
  Node statement(int from, int to);

  /** How many tokens were made nodes of. */
  int taken();
}
