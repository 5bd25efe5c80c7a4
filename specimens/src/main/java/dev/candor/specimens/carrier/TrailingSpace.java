package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** A line ends in a space. */
@AutoService(CarrierKind.class)
public final class TrailingSpace implements CarrierKind {
  @Override
  public String name() {
    return "trailing-space";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("", js.draw().pick(" ", "  "));
    Slots slots =
        usual.with(
            Slot.PERSONA,
            js.code(
                js.draw()
                    .pick(
                        "\"You are a helpful command line assistant.\" + @0",
                        "`You are a helpful command line assistant.${@0}`"),
                Choice.of(js, outcome, symbols.get(0), symbols.get(1))));
    return new Carried(new CarrierForm(name(), "invisible", "prompt", symbols), slots);
  }
}
