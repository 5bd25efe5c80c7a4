package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Gives each request a random id. */
@AutoService(Twin.class)
public final class RandomId implements Twin {
  @Override
  public String name() {
    return "random-id";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @freshId() {
          return @0.randomUUID();
        }\
        """,
        js.builtin("crypto"));
    return new Innocent(
        usual.with(
            Slot.HEADERS,
            js.code("{ ...@0, \"x-request-id\": @freshId() }", usual.get(Slot.HEADERS))),
        js.code("@freshId().length"),
        "A header changes with each request, but by chance alone.");
  }
}
