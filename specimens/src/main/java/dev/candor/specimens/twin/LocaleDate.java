package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Writes the day as the locale has it. */
@AutoService(Twin.class)
public final class LocaleDate implements Twin {
  @Override
  public String name() {
    return "locale-date";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @localDay(@date) {
          const @tag = (process.env.LC_ALL || process.env.LC_TIME || process.env.LANG || "en_US").split(".")[0].replace("_", "-");
          try {
            return new Intl.DateTimeFormat(@tag, { dateStyle: "long" }).format(@date);
          } catch {
            return new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format(@date);
          }
        }\
        """);
    return new Innocent(
            usual.with(Slot.DATE, js.code("\"Today's date is \" + @localDay(@now) + \".\"")),
            js.code("@localDay(new Date(0)).length > 0"),
            "The day depends on the locale, but in that locale's own standard form, which can be read.")
        .reading("locale");
  }
}
