package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Masking of WebSocket frames (RFC 6455, section 5.3). */
@AutoService(Twin.class)
public final class FrameMask implements Twin {
  @Override
  public String name() {
    return "frame-mask";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @maskFrame(@payload) {
          const @mask = @0.randomBytes(4), @frame = Buffer.from(@payload);
          for (let @i = 0; @i < @frame.length; @i++) {
            @frame[@i] ^= @mask[@i & 3];
          }
          return { mask: @mask, frame: @frame };
        }\
        """,
        js.builtin("crypto"));
    return new Innocent(
        usual,
        js.code("@maskFrame(\"ping\").frame.length"),
        "Exclusive or with a repeating key, but a random one, over what is sent.");
  }
}
