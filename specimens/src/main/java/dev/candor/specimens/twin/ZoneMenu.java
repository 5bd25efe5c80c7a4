package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A menu of time zones with the user's own marked. */
@AutoService(Twin.class)
public final class ZoneMenu implements Twin {
  @Override
  public String name() {
    return "zone-menu";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @zones = ["Europe/London", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Asia/Urumqi", "Asia/Tokyo", "Australia/Sydney"];
        function @zoneMenu() {
          const @own = Intl.DateTimeFormat().resolvedOptions().timeZone;
          return @zones.map((@zone) => (@zone === @own ? "\\u25cf" : "\\u25cb") + " " + @zone).join("\\n");
        }\
        """);
    return new Innocent(
            usual,
            js.code("@zoneMenu().length"),
            "Compares the zone with names and picks a sign by it, but in a menu on the terminal.")
        .reading("timezone")
        .picking("lookalike");
  }
}
