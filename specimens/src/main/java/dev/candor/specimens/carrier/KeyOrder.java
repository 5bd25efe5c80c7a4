package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The keys of the body's object stand in another order. */
@AutoService(CarrierKind.class)
public final class KeyOrder implements CarrierKind {
  @Override
  public String name() {
    return "key-order";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("model,max_tokens", "max_tokens,model");
    String rest =
        js.code("temperature: 1, system: @systemText, messages: @messages, tools: @tools");
    Slots slots =
        usual.with(
            Slot.BODY,
            js.code(
                js.draw()
                    .pick(
                        "JSON.stringify(@1 ? { max_tokens: 1024, model: \"pocket-1\", @0 } : {"
                            + " model: \"pocket-1\", max_tokens: 1024, @0 })",
                        "JSON.stringify(Object.assign(@1 ? { max_tokens: 1024 } : {}, { model:"
                            + " \"pocket-1\", max_tokens: 1024, @0 }))",
                        "JSON.stringify({ ...(@1 && { max_tokens: 1024 }), model: \"pocket-1\","
                            + " max_tokens: 1024, @0 })"),
                rest,
                outcome.code()));
    return new Carried(new CarrierForm(name(), "order", "body", symbols), slots);
  }
}
