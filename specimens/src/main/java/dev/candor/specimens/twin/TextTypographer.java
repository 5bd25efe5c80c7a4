package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Sets its quotes as the user's question has them. */
@AutoService(Twin.class)
public final class TextTypographer implements Twin {
  @Override
  public String name() {
    return "text-typographer";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @typed = process.argv.slice(2).join(" ");
        function @quoteStyle(@sample) {
          return /[\\u2018\\u2019\\u201c\\u201d]/.test(@sample) ? "\\u2019" : "'";
        }
        function @matching(@sentence) {
          const @sign = @quoteStyle(@typed);
          return @sentence.replace(/(\\w)'(\\w)/g, `$1${@sign}$2`);
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.DATE, js.code("@matching(\"Today's date is \" + @isoDay(@now) + \".\")")),
            js.code("@quoteStyle(\"it\\u2019s\")"),
            "Picks between apostrophes that look alike, but by what the user typed.")
        .picking("lookalike");
  }
}
