package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The first digit of a random id is odd or even. */
@AutoService(CarrierKind.class)
public final class IdDigit implements CarrierKind {
  @Override
  public String name() {
    return "id-digit";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("even", "odd");
    String id =
        js.function(
            "requestId",
            outcome.parameter(),
            js.draw()
                .pick(
                    """
                    const @hex = @0.randomBytes(16).toString("hex");
                    return ((parseInt(@hex[0], 16) & 14) | @1).toString(16) + @hex.slice(1);\
                    """,
                    """
                    let @hex = @0.randomUUID();
                    while (parseInt(@hex.charAt(0), 16) % 2 !== @1) {
                      @hex = @0.randomUUID();
                    }
                    return @hex;\
                    """),
            js.builtin("crypto"),
            "(" + outcome.inside(js) + " ? 1 : 0)");
    Slots slots =
        usual.with(
            Slot.HEADERS,
            js.code(
                "{ ...@0, \"x-request-id\": @1(@2) }",
                usual.get(Slot.HEADERS),
                id,
                outcome.argument()));
    return new Carried(new CarrierForm(name(), "numeric", "header", symbols), slots);
  }
}
