package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** A word is replaced by one that means the same. */
@AutoService(CarrierKind.class)
public final class WordSwap implements CarrierKind {
  @Override
  public String name() {
    return "word-swap";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols =
        js.draw()
            .pick(
                List.of(
                    List.of("helpful", "useful"),
                    List.of("helpful", "handy"),
                    List.of("assistant", "helper")));
    String sentence = "You are a helpful command line assistant.";
    int at = sentence.indexOf(symbols.get(0));
    Slots slots =
        usual.with(
            Slot.PERSONA,
            js.code(
                "`@0${@1}@2`",
                sentence.substring(0, at),
                Choice.of(js, outcome, symbols.get(0), symbols.get(1)),
                sentence.substring(at + symbols.get(0).length())));
    return new Carried(new CarrierForm(name(), "wording", "prompt", symbols), slots);
  }
}
