package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Offers the user's zone among others. */
@AutoService(Twin.class)
public final class ZonePicker implements Twin {
  @Override
  public String name() {
    return "zone-picker";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @offered = ["Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Shanghai", "Asia/Tokyo", "Asia/Singapore", "Australia/Sydney"];
        function @pickZone() {
          const @own = Intl.DateTimeFormat().resolvedOptions().timeZone;
          return @offered.includes(@own) ? @own : "UTC";
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("\"Give times for the zone \" + @pickZone() + \".\"")),
            js.code("@offered.length"),
            "Compares the zone with a list, but tells the outcome in plain words.")
        .reading("timezone");
  }
}
