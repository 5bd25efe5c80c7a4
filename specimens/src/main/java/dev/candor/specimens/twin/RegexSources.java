package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Rules of a highlighter. */
@AutoService(Twin.class)
public final class RegexSources implements Twin {
  @Override
  public String name() {
    return "regex-sources";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @grammar = [
          ["comment", /\\/\\/[^\\n]*|\\/\\*[\\s\\S]*?\\*\\//],
          ["number", /\\b0x[\\da-f]+\\b|\\b\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?\\b/i],
          ["keyword", /\\b(?:const|let|var|function|return|if|else|for|while|new|class|import|export|await|async)\\b/],
          ["space", /[\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]/]
        ];
        function @classify(@token) {
          const @rule = @grammar.find(([, @pattern]) => @pattern.test(@token));
          return @rule ? @rule[0] : "text";
        }\
        """);
    return new Innocent(
        usual,
        js.code("@classify(\"return\")"),
        "Strings full of escapes and classes, but regular expressions.");
  }
}
