package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The same number is spelt in another way. */
@AutoService(CarrierKind.class)
public final class NumberSpelling implements CarrierKind {
  @Override
  public String name() {
    return "number-spelling";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("1", js.draw().pick("1.0", "1e0", "1.00"));
    Slots slots =
        usual.with(
            Slot.BODY,
            js.code(
                js.draw()
                    .pick(
                        "@0.replace(/\"temperature\":1\\b/, \"\\\"temperature\\\":\" + @1)",
                        "@0.split(\"temperature\\\":1\").join(`temperature\":${@1}`)"),
                usual.get(Slot.BODY),
                Choice.of(js, outcome, symbols.get(0), symbols.get(1))));
    return new Carried(new CarrierForm(name(), "numeric", "body", symbols), slots);
  }
}
