package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** A space of a sentence is another kind of space. */
@AutoService(CarrierKind.class)
public final class SpaceKind implements CarrierKind {
  @Override
  public String name() {
    return "space-kind";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String mark = js.draw().pick("\u00a0", "\u2009", "\u202f", "\u2007", "\u2002");
    List<String> symbols = List.of(" ", mark);
    String choice = Choice.of(js, outcome, " ", mark);
    Slots slots =
        js.draw().chance(50)
            ? usual.with(
                Slot.CLOSING,
                js.code("[\"Answer briefly and in\", \"plain text.\"].join(@0)", choice))
            : usual.with(
                Slot.DATE, js.code("\"Today's date is\" + @0 + @isoDay(@now) + \".\"", choice));
    return new Carried(new CarrierForm(name(), "lookalike", "prompt", symbols), slots);
  }
}
