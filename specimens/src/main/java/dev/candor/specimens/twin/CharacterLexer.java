package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A lexer that works on character codes. */
@AutoService(Twin.class)
public final class CharacterLexer implements Twin {
  @Override
  public String name() {
    return "character-lexer";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @lex(@line) {
          const @words = [];
          let @start = 0;
          for (let @i = 0; @i <= @line.length; @i++) {
            const @code = @i < @line.length ? @line.charCodeAt(@i) : 32;
            if (@code === 32 || @code === 9 || @code === 10 || @code === 44) {
              if (@i > @start) @words.push(@line.slice(@start, @i));
              @start = @i + 1;
            }
          }
          return @words;
        }
        const @openers = String.fromCharCode(40, 91, 123, 60);
        const @closers = String.fromCharCode(41, 93, 125, 62);\
        """);
    return new Innocent(
        usual,
        js.code("@lex(\"one two,three\").length + @openers.length + @closers.length"),
        "Compares with many character codes, but splits words of the command line.");
  }
}
