package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Tips that take turns. */
@AutoService(Twin.class)
public final class Carousel implements Twin {
  @Override
  public String name() {
    return "carousel";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @tips = ["Press Ctrl-C to stop.", "Use -p to ask at once.", "Short questions get short answers.", "Answers come from the endpoint that you set."];
        function @nextTip() {
          @tips.push(@tips.shift());
          return @tips[0];
        }\
        """);
    return new Innocent(
        usual,
        js.code("@nextTip()"),
        "An array of strings that is turned by push and shift, but in clear.");
  }
}
