package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.ByteRange;
import dev.candor.core.Location;
import dev.candor.scan.rewrite.Offsets;
import dev.candor.scan.syntax.JavaScriptLexer;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.PythonLexer;
import dev.candor.scan.syntax.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A source module, or a window of one, with its tokens.
 *
 * @param offsets where in the module the bytes of the tokens' text stand
 */
record Source(
    Module module, Tokens tokens, Occurrences occurrences, Idioms idioms, Offsets offsets) {
  static Source of(Module module) {
    return of(module, lex(module));
  }

  static Source of(Module module, Tokens tokens) {
    return new Source(module, tokens, Occurrences.of(tokens), Idioms.of(tokens), Offsets.SAME);
  }

  static Tokens lex(Module module) {
    byte[] text = module.bytes();
    return module.language() == Language.PYTHON
        ? PythonLexer.lex(text, 0, text.length)
        : JavaScriptLexer.lex(text);
  }

  /** The idioms of decoding in a text. */
  static Idioms idioms(String code) {
    return Idioms.of(JavaScriptLexer.lex(code.getBytes(StandardCharsets.UTF_8)));
  }

  Location locate(Stored stored) {
    return locate(offsets.range((int) stored.start(), (int) stored.end()));
  }

  /** The place of the tokens from {@code first} to {@code last}, both included. */
  Location locate(int first, int last) {
    return locate(offsets.range(tokens.start(first), tokens.end(last)));
  }

  /** The place of bytes of the module. */
  Location locate(ByteRange range) {
    return module.locate(range.start(), range.end());
  }

  /** Where the code speaks of the variable that holds the data. */
  List<Location> usesOf(Stored stored) {
    return References.to(tokens, occurrences, stored).stream().map(t -> locate(t, t)).toList();
  }
}
