package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** A character without width stands in a sentence. */
@AutoService(CarrierKind.class)
public final class Invisible implements CarrierKind {
  @Override
  public String name() {
    return "invisible";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String mark = js.draw().pick("\u200b", "\u200c", "\u200d", "\u2060", "\ufe0e", "\ufe0f");
    List<String> symbols = List.of("", mark);
    String choice = Choice.of(js, outcome, "", mark);
    Slots slots =
        js.draw().chance(50)
            ? usual.with(
                Slot.PERSONA,
                js.code("\"You are a helpful\" + @0 + \" command line assistant.\"", choice))
            : usual.with(Slot.DATE, js.code("`Today's date is${@0} ${@isoDay(@now)}.`", choice));
    return new Carried(new CarrierForm(name(), "invisible", "prompt", symbols), slots);
  }
}
