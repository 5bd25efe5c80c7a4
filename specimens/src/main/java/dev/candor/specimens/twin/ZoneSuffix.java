package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Times with their distance from UTC. */
@AutoService(Twin.class)
public final class ZoneSuffix implements Twin {
  @Override
  public String name() {
    return "zone-suffix";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @distance(@date) {
          const @minutes = -@date.getTimezoneOffset();
          if (@minutes === 0) return "Z";
          const @two = (@n) => String(Math.floor(Math.abs(@n))).padStart(2, "0");
          return (@minutes < 0 ? "-" : "+") + @two(@minutes / 60) + ":" + @two(@minutes % 60);
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.DATE,
                js.code("\"Today's date is \" + @isoDay(@now) + @distance(@now) + \".\"")),
            js.code("@distance(new Date(0))"),
            "The time zone changes the day's text, but by its distance as ISO 8601 writes it.")
        .reading("timezone")
        .picking("format", "localised");
  }
}
