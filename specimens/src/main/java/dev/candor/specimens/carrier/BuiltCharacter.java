package dev.candor.specimens.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.net.URLEncoder;
import java.util.HexFormat;
import java.util.List;

/** The date sentence's apostrophe is built from a number. */
@AutoService(CarrierKind.class)
public final class BuiltCharacter implements CarrierKind {
  @Override
  public String name() {
    return "built-character";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    String mark = js.draw().pick("\u2019", "\u02bc", "\u02b9", "\u2018", "\u2032");
    List<String> symbols = List.of("'", mark);
    int code = mark.charAt(0);
    String character =
        js.code(
            js.draw()
                .pick(
                    "String.fromCharCode(39 + (@0 ? @1 : 0))",
                    "String.fromCodePoint(39 + @1 * Number(@0))",
                    "String.fromCharCode(39 ^ (-@0 & @2))",
                    "JSON.parse('\"\\\\u' + (@0 ? \"@3\" : \"0027\") + '\"')",
                    "decodeURIComponent(@0 ? \"@4\" : \"%27\")"),
            outcome.code(),
            js.number(code - 39),
            js.number(code ^ 39),
            HexFormat.of().toHexDigits((short) code),
            URLEncoder.encode(mark, UTF_8));
    Slots slots =
        usual.with(
            Slot.DATE,
            js.code("\"Today\" + @0 + \"s date is \" + @isoDay(@now) + \".\"", character));
    return new Carried(new CarrierForm(name(), "lookalike", "prompt", symbols), slots);
  }
}
