package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Sorts names as the language does. */
@AutoService(Twin.class)
public final class CollatedListing implements Twin {
  @Override
  public String name() {
    return "collated-listing";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @collated(@names) {
          const @order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
          return [...@names].sort(@order.compare);
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.RESULT,
                js.code(
                    "\"Here's the listing:\\n\" + @collated(@listing.split(\"\\n\")).join(\"\\n\")")),
            js.code("@collated([\"b\", \"a\"]).join(\"\")"),
            "The language decides about an order, but of names that people sort so.")
        .reading("locale")
        .picking("order");
  }
}
