package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A small random generator for waiting times. */
@AutoService(Twin.class)
public final class Jitter implements Twin {
  @Override
  public String name() {
    return "jitter";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @generator(@seed) {
          return function () {
            @seed = (@seed + 0x6d2b79f5) | 0;
            let @mixed = Math.imul(@seed ^ (@seed >>> 15), 1 | @seed);
            @mixed = (@mixed + Math.imul(@mixed ^ (@mixed >>> 7), 61 | @mixed)) ^ @mixed;
            return ((@mixed ^ (@mixed >>> 14)) >>> 0) / 4294967296;
          };
        }
        function @delay(@attempt) {
          return Math.round(2 ** @attempt * 100 * @generator(@attempt)());
        }\
        """);
    return new Innocent(
        usual,
        js.code("@delay(3) > 0"),
        "Multiplication and shifts as in a home-made cipher, but numbers for back-off.");
  }
}
