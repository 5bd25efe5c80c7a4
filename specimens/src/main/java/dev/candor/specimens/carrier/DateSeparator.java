package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The day is written with another separator. */
@AutoService(CarrierKind.class)
public final class DateSeparator implements CarrierKind {
  @Override
  public String name() {
    return "date-separator";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String mark = js.draw().pick("/", ".", "\u2010", "\u2011");
    List<String> symbols = List.of("-", mark);
    String choice = Choice.of(js, outcome, "-", mark);
    Slots slots =
        usual.with(
            Slot.DATE,
            js.code(
                js.draw()
                    .pick(
                        "\"Today's date is \" + @isoDay(@now).split(\"-\").join(@0) + \".\"",
                        "`Today's date is ${@isoDay(@now).replace(/-/g, @0)}.`",
                        "\"Today's date is \" + @isoDay(@now).replaceAll(\"-\", @0) + \".\""),
                choice));
    return new Carried(new CarrierForm(name(), form(mark), "prompt", symbols), slots);
  }

  /** Hyphens that look like the usual one are look-alikes; other signs are another format. */
  static String form(String mark) {
    return mark.equals("\u2010") || mark.equals("\u2011") ? "lookalike" : "format";
  }
}
