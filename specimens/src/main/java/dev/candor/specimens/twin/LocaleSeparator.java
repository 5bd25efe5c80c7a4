package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A day with the language's own sign between its parts. */
@AutoService(Twin.class)
public final class LocaleSeparator implements Twin {
  @Override
  public String name() {
    return "locale-separator";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @german = /^(de|at|ch)/i.test(process.env.LC_ALL || process.env.LANG || "");
        function @daySign() {
          return @german ? "." : "/";
        }
        function @shortDay(@date) {
          return [@date.getDate(), @date.getMonth() + 1, @date.getFullYear()].join(@daySign());
        }\
        """);
    return new Innocent(
            usual.with(Slot.DATE, js.code("`Today's date is ${@shortDay(@now)}.`")),
            js.code("@shortDay(new Date(0)).length"),
            "One of two separators by the locale, but each is the usual one where the day stands first.")
        .reading("locale")
        .picking("format", "localised", "lookalike");
  }
}
