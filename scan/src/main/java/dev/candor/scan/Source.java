package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.Location;
import dev.candor.scan.syntax.JavaScriptLexer;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.PythonLexer;
import dev.candor.scan.syntax.Tokens;
import java.util.List;

/** A source module, or a window of one, with its tokens. */
record Source(Module module, Tokens tokens, Occurrences occurrences, Idioms idioms) {
  static Source of(Module module) {
    return of(module, lex(module));
  }

  static Source of(Module module, Tokens tokens) {
    return new Source(module, tokens, Occurrences.of(tokens), Idioms.of(tokens));
  }

  static Tokens lex(Module module) {
    byte[] text = module.bytes();
    return module.language() == Language.PYTHON
        ? PythonLexer.lex(text, 0, text.length)
        : JavaScriptLexer.lex(text);
  }

  Location locate(Stored stored) {
    return module.locate(stored.start(), stored.end());
  }

  /** The place of the tokens from {@code first} to {@code last}, both included. */
  Location locate(int first, int last) {
    return module.locate(tokens.start(first), tokens.end(last));
  }

  /** Where the code speaks of the variable that holds the data. */
  List<Location> usesOf(Stored stored) {
    return References.to(tokens, occurrences, stored).stream().map(t -> locate(t, t)).toList();
  }
}
