package dev.candor.scan.flow;

import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.NameSet;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Where a module of Python may read its environment: the names and the constants that tell. */
final class PythonProbeSeeds {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 64;

  private PythonProbeSeeds() {}

  /** Tokens of names and strings. */
  static List<Integer> of(Tokens tokens, Catalogue catalogue) {
    NameSet telling = catalogue.telling();
    List<Integer> found = new ArrayList<>();
    for (int t = 0; t < tokens.count(); t++) {
      byte kind = tokens.kind(t);
      if (kind == Tokens.WORD
          ? telling.contains(tokens.hash(t)) && tokens.kind(t + 1) != '='
              || isEnvironment(tokens, t)
          : kind == Tokens.STRING && isNamed(tokens, t, catalogue)) {
        found.add(t);
      }
    }
    return found;
  }

  /** A variable whose name stands elsewhere. */
  private static boolean isEnvironment(Tokens tokens, int t) {
    return tokens.is(t, "environ")
            && (tokens.kind(t + 1) == '[' || tokens.is(t + 2, "get"))
            && tokens.kind(t + 2) != Tokens.STRING
        || tokens.is(t, "getenv")
            && (tokens.kind(t + 2) != Tokens.STRING || tokens.kind(t + 3) == '+');
  }

  private static boolean isNamed(Tokens tokens, int t, Catalogue catalogue) {
    int length = tokens.end(t) - tokens.start(t);
    if (length < SHORTEST || length > LONGEST) {
      return false;
    }
    String value = Literals.string(tokens, t);
    return value.indexOf('/') >= 0
        ? catalogue.file(value).isPresent()
        : catalogue.mayName(value) || catalogue.variable(value).isPresent();
  }
}
