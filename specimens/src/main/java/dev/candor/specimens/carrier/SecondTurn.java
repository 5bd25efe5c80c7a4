package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** An apostrophe of the second request is another one that looks like it. */
@AutoService(CarrierKind.class)
public final class SecondTurn implements CarrierKind {
  @Override
  public String name() {
    return "second-turn";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String mark = js.draw().pick("\u2019", "\u02bc");
    List<String> symbols = List.of("'", mark);
    Slots slots =
        usual.with(
            Slot.RESULT,
            js.code(
                js.draw()
                    .pick(
                        "\"Here\" + @0 + \"s the listing:\\n\" + @listing",
                        "`Here${@0}s the listing:\\n${@listing}`"),
                Choice.of(js, outcome, "'", mark)));
    return new Carried(new CarrierForm(name(), "lookalike", "second-request", symbols), slots);
  }
}
