package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** A letter is one of another script that looks like it. */
@AutoService(CarrierKind.class)
public final class Homoglyph implements CarrierKind {
  @Override
  public String name() {
    return "homoglyph";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String plain = js.draw().pick("a", "e", "o", "p");
    String mark =
        switch (plain) {
          case "a" -> "\u0430";
          case "e" -> "\u0435";
          case "o" -> "\u043e";
          default -> "\u0440";
        };
    List<String> symbols = List.of(plain, mark);
    String sentence = "You are a helpful command line assistant.";
    int at = sentence.indexOf(plain);
    Slots slots =
        usual.with(
            Slot.PERSONA,
            js.code(
                "@0 + @1 + @2",
                js.quote(sentence.substring(0, at)),
                Choice.of(js, outcome, plain, mark),
                js.quote(sentence.substring(at + 1))));
    return new Carried(new CarrierForm(name(), "lookalike", "prompt", symbols), slots);
  }
}
