package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Prices as the locale writes them. */
@AutoService(Twin.class)
public final class LocalePrices implements Twin {
  @Override
  public String name() {
    return "locale-prices";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @price(@cents) {
          const @text = (@cents / 100).toFixed(2);
          const @language = (process.env.LC_ALL || process.env.LC_MONETARY || process.env.LANG || "en").slice(0, 2);
          switch (@language) {
            case "de":
            case "fr": return @text.replace(".", ",") + "\\u00a0\\u20ac";
            case "ja": return "\\u00a5" + Math.round(@cents);
            default: return "$" + @text;
          }
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.CLOSING,
                js.code("\"Answer briefly: a long answer costs \" + @price(12) + \".\"")),
            js.code("@price(250).length"),
            "Writes a number with another sign by the locale, but in the form that is standard there.")
        .reading("locale")
        .picking("format", "numeric", "localised");
  }
}
