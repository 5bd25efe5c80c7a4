package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Days as an option asks for them. */
@AutoService(Twin.class)
public final class OptionSeparator implements Twin {
  @Override
  public String name() {
    return "option-separator";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @slashes = process.argv.includes("--slashes");
        function @optionDay(@day) {
          return @slashes ? @day.replace(/-/g, "/") : @day;
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.DATE, js.code("\"Today's date is \" + @optionDay(@isoDay(@now)) + \".\"")),
            js.code("@optionDay(\"2026-01-02\")"),
            "Replaces the day's separator, but when the user asks for it on the command line.")
        .picking("format", "lookalike");
  }
}
