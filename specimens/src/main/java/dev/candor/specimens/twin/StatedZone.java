package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Names the time zone in the prompt. */
@AutoService(Twin.class)
public final class StatedZone implements Twin {
  @Override
  public String name() {
    return "stated-zone";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @zoneText() {
          const { timeZone: @zone } = Intl.DateTimeFormat().resolvedOptions();
          return "The user's time zone is " + @zone + ".";
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@zoneText()")),
            js.code("@zoneText().length"),
            "The time zone goes into the prompt, but in plain words.")
        .reading("timezone");
  }
}
