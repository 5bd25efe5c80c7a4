package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A linter that knows look-alike characters. */
@AutoService(Twin.class)
public final class ConfusableLinter implements Twin {
  @Override
  public String name() {
    return "confusable-linter";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @confusables = new Map([["'", "\\u2019\\u02bc\\u02b9\\u2032"], ["-", "\\u2010\\u2011\\u2012\\u2212"], [" ", "\\u00a0\\u2009\\u202f\\u3000"], ["a", "\\u0430\\u0251"], ["e", "\\u0435\\u212e"], ["o", "\\u043e\\u03bf"], ["/", "\\u2044\\u2215"]]);
        const @samples = { good: "Today's date is 2026-07-01.", bad: "Today\\u2019s date is 2026\\u22150\\u02bc7." };
        function @lint(@source) {
          const @found = [];
          for (const @char of @source) {
            for (const [@plain, @others] of @confusables) {
              if (@others.includes(@char)) @found.push(@char + " looks like " + @plain);
            }
          }
          return @found.length > 0 ? @samples.bad : @samples.good;
        }\
        """);
    return new Innocent(
            usual,
            js.code("@lint(\"it\\u2019s\").length"),
            "Holds marked and unmarked sentences side by side, but to warn of the characters.")
        .picking("lookalike");
  }
}
