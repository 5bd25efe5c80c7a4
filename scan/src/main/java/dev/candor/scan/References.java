package dev.candor.scan;

import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Where the code speaks of the variable that a literal is stored in. */
final class References {
  private static final int MOST = 10;

  private References() {}

  /**
   * Tokens that name the variable or field which the literal initialises, without that place
   * itself.
   */
  static List<Integer> to(Tokens tokens, Occurrences occurrences, Stored stored) {
    int name = nameOf(tokens, tokens.at((int) stored.start()));
    if (name < 0) {
      return List.of();
    }
    int scope = tokens.around(name);
    int end = tokens.endOfInside(scope);
    List<Integer> references = new ArrayList<>();
    for (int from = scope; references.size() < MOST; ) {
      int[] next = occurrences.within(name, from, end, MOST);
      for (int t : next) {
        if (t != name && tokens.kind(t - 1) != '.' && references.size() < MOST) {
          references.add(t);
        }
      }
      if (next.length < MOST) {
        break;
      }
      from = next[next.length - 1];
    }
    return references;
  }

  /** The word that is given the value: {@code name = literal}, {@code name: literal}; or -1. */
  static int nameOf(Tokens tokens, int literal) {
    byte before = tokens.kind(literal - 1);
    boolean assigned = before == '=' || before == ':';
    return assigned && tokens.kind(literal - 2) == Tokens.WORD ? literal - 2 : -1;
  }
}
