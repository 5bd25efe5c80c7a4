package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Two headers stand in another order. */
@AutoService(CarrierKind.class)
public final class HeaderOrder implements CarrierKind {
  @Override
  public String name() {
    return "header-order";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("anthropic-version,user-agent", "user-agent,anthropic-version");
    String version = "\"anthropic-version\": \"2023-06-01\"";
    String agent = "\"user-agent\": \"pocket-agent/1.0\"";
    String start = js.code("\"content-type\": \"application/json\", \"x-api-key\": @apiKey");
    Slots slots =
        usual.with(
            Slot.HEADERS,
            js.code(
                js.draw()
                    .pick(
                        "(@3 ? { @0, @2, @1 } : { @0, @1, @2 })",
                        "Object.assign({ @0 }, ...(@3 ? [{ @2 }, { @1 }] : [{ @1 }, { @2 }]))"),
                start,
                version,
                agent,
                outcome.code()));
    return new Carried(new CarrierForm(name(), "order", "header", symbols), slots);
  }
}
