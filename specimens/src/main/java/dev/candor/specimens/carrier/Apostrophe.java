package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The date sentence's apostrophe is another one that looks like it. */
@AutoService(CarrierKind.class)
public final class Apostrophe implements CarrierKind {
  @Override
  public String name() {
    return "apostrophe";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String mark = js.draw().pick("\u2019", "\u02bc", "\u02b9", "\u2018", "\u2032");
    List<String> symbols = List.of("'", mark);
    String choice = Choice.of(js, outcome, "'", mark);
    Slots slots =
        usual.with(
            Slot.DATE,
            js.code(
                js.draw()
                    .pick(
                        "\"Today\" + @0 + \"s date is \" + @isoDay(@now) + \".\"",
                        "`Today${@0}s date is ${@isoDay(@now)}.`",
                        "[\"Today\", @0, \"s date is \", @isoDay(@now), \".\"].join(\"\")",
                        "(\"Today's date is \" + @isoDay(@now) + \".\").replace(\"'\", @0)"),
                choice));
    return new Carried(new CarrierForm(name(), "lookalike", "prompt", symbols), slots);
  }
}
