package dev.candor.specimens.carrier;

import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/** The date sentence's apostrophe tells of two outcomes, as that of the reported mechanism does. */
public final class FourApostrophes {
  public static final String NAME = "four-apostrophes";

  private FourApostrophes() {}

  /** The symbols are for neither, the first, the second, both. */
  public static Carried carry(Slots usual, Outcome first, Outcome second, Js js) {
    List<String> marks =
        js.draw().shuffled(List.of("\u2019", "\u02bc", "\u02b9", "\u2018", "\u2032"));
    List<String> symbols = List.of("'", marks.get(0), marks.get(1), marks.get(2));
    Object[] values = {
      first.code(),
      second.code(),
      Literals.quote(symbols.get(0), '"'),
      Literals.quote(symbols.get(1), '"'),
      Literals.quote(symbols.get(2), '"'),
      Literals.quote(symbols.get(3), '"'),
      Literals.numbers(symbols.stream().map(symbol -> (int) symbol.charAt(0)).toList())
    };
    String choice =
        switch (js.draw().below(5)) {
          case 0 -> js.code("(@0 ? (@1 ? @5 : @3) : @1 ? @4 : @2)", values);
          case 1 -> js.code("[@2, @3, @4, @5][Number(@0) + 2 * Number(@1)]", values);
          case 2 -> js.code("String.fromCharCode(@6[(@0 ? 1 : 0) | (@1 ? 2 : 0)])", values);
          case 3 ->
              js.code(
                  "({ \"00\": @2, \"10\": @3, \"01\": @4, \"11\": @5 })[`${+@0}${+@1}`]", values);
          default ->
              js.function(
                      "quoteFor",
                      "one, other",
                      """
                      if (@one && @other) return @5;
                      if (@other) return @4;
                      return @one ? @3 : @2;\
                      """,
                      values)
                  + "("
                  + first.code()
                  + ", "
                  + second.code()
                  + ")";
        };
    Slots slots =
        usual.with(
            Slot.DATE,
            js.code(
                js.draw()
                    .pick(
                        "\"Today\" + @0 + \"s date is \" + @isoDay(@now) + \".\"",
                        "`Today${@0}s date is ${@isoDay(@now)}.`"),
                choice));
    return new Carried(new CarrierForm(NAME, "lookalike", "prompt", symbols), slots);
  }
}
