package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/** The day's separator is replaced, or the day is left as it is. */
@AutoService(CarrierKind.class)
public final class DateReplace implements CarrierKind {
  @Override
  public String name() {
    return "date-replace";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String mark = js.draw().pick("/", ".", "\u2010", "\u2011");
    List<String> symbols = List.of("-", mark);
    String day =
        js.code(
            js.draw()
                .pick(
                    "(@0 ? @isoDay(@now).replace(/-/g, @1) : @isoDay(@now))",
                    "(@0 ? @isoDay(@now).replaceAll(\"-\", @1) : @isoDay(@now))",
                    "(@0 ? @isoDay(@now).split(\"-\").join(@1) : @isoDay(@now))",
                    "((@day) => (@0 ? @day.replace(/-/g, @1) : @day))(@isoDay(@now))"),
            outcome.code(),
            Literals.quote(mark, '"'));
    Slots slots =
        usual.with(
            Slot.DATE,
            js.code(
                js.draw().pick("`Today's date is ${@0}.`", "\"Today's date is \" + @0 + \".\""),
                day));
    return new Carried(new CarrierForm(name(), DateSeparator.form(mark), "prompt", symbols), slots);
  }
}
