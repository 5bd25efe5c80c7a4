package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The name of a header is written in another case. */
@AutoService(CarrierKind.class)
public final class HeaderCase implements CarrierKind {
  @Override
  public String name() {
    return "header-case";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("x-app", js.draw().pick("X-App", "X-APP", "x-App"));
    Slots slots =
        usual.with(
            Slot.HEADERS,
            js.code(
                "{ ...@0, [@1]: \"cli\" }",
                usual.get(Slot.HEADERS),
                Choice.of(js, outcome, symbols.get(0), symbols.get(1))));
    return new Carried(new CarrierForm(name(), "format", "header", symbols), slots);
  }
}
