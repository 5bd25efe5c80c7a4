package dev.candor.scan;

import dev.candor.scan.syntax.NameSet;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/** The functions of a module that decode, and whether a place in it has to do with them. */
final class DecodingCode {
  /** So many tokens around a place are looked at. */
  private static final int NEAR = 40;

  private final Tokens tokens;
  private final Occurrences occurrences;
  private final Idioms idioms;
  private final List<Functions.Function> functions;
  private final NameSet names;

  private DecodingCode(Source source, List<Functions.Function> functions) {
    this.tokens = source.tokens();
    this.occurrences = source.occurrences();
    this.idioms = source.idioms();
    this.functions = functions;
    this.names = Functions.names(tokens, functions);
  }

  static DecodingCode of(Source source) {
    Tokens tokens = source.tokens();
    List<Functions.Function> named = Functions.named(tokens);
    List<Functions.Function> functions =
        new ArrayList<>(Functions.decoders(named, source.idioms()));
    functions.addAll(Functions.wrappers(tokens, named, functions));
    return new DecodingCode(source, functions);
  }

  /** Functions that compute on characters, and those that do little but call one. */
  List<Functions.Function> functions() {
    return functions;
  }

  /** Whether the code at the data, or at a use of its variable, decodes or calls what decodes. */
  boolean isNear(Stored data) {
    int first = tokens.at((int) data.start());
    int last = tokens.at((int) data.end());
    return isBetween(first - NEAR, first)
        || isBetween(last, last + NEAR)
        || References.to(tokens, occurrences, data).stream()
            .anyMatch(t -> isBetween(t - NEAR, t + NEAR));
  }

  private boolean isBetween(int first, int last) {
    int from = Math.max(0, first);
    int to = Math.min(tokens.count() - 1, last);
    for (int t = from; t <= to; t++) {
      if (tokens.kind(t) == Tokens.WORD
          && tokens.kind(t + 1) == '('
          && names.contains(tokens.hash(t))) {
        return true;
      }
    }
    return idioms.isBetween(from, to);
  }
}
