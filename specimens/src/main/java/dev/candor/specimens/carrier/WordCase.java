package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** A word is written in capitals. */
@AutoService(CarrierKind.class)
public final class WordCase implements CarrierKind {
  @Override
  public String name() {
    return "word-case";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("ok", "OK");
    String word =
        switch (js.draw().below(4)) {
          case 0 -> js.code("(@0 ? \"ok\".toUpperCase() : \"ok\")", outcome.code());
          case 1 -> js.code("\"Ok\"[@0 ? \"toUpperCase\" : \"toLowerCase\"]()", outcome.code());
          default -> Choice.of(js, outcome, symbols.get(0), symbols.get(1));
        };
    Slots slots =
        usual.with(
            Slot.CLOSING,
            js.code(
                js.draw()
                    .pick(
                        "\"Answer briefly; plain text is \" + @0 + \".\"",
                        "`Answer briefly; plain text is ${@0}.`"),
                word));
    return new Carried(new CarrierForm(name(), "format", "prompt", symbols), slots);
  }
}
