package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Days as locales write them, by hand. */
@AutoService(Twin.class)
public final class HandmadeLocaleDate implements Twin {
  @Override
  public String name() {
    return "handmade-locale-date";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @dayOrders = { de: [".", 2, 1, 0], fr: ["/", 2, 1, 0], nl: ["-", 2, 1, 0], us: ["/", 1, 2, 0] };
        function @dayKey() {
          const @tag = process.env.LC_ALL || process.env.LC_TIME || process.env.LANG || "";
          return /^en_US/.test(@tag) ? "us" : @tag.slice(0, 2);
        }
        function @dayFor(@key, @date) {
          const @fields = [@date.getFullYear(), @date.getMonth() + 1, @date.getDate()].map((@field) => String(@field).padStart(2, "0"));
          const [@sign, ...@order] = @dayOrders[@key] || ["-", 0, 1, 2];
          return @order.map((@place) => @fields[@place]).join(@sign);
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.DATE, js.code("\"Today's date is \" + @dayFor(@dayKey(), @now) + \".\"")),
            js.code("@dayFor(\"de\", new Date(0)).length"),
            "The locale picks the separator of the day, but with the order of fields that belongs to it.")
        .reading("locale")
        .picking("format", "localised", "lookalike");
  }
}
