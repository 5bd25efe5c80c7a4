package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Keys that updates are signed with. */
@AutoService(Twin.class)
public final class PublicKeys implements Twin {
  @Override
  public String name() {
    return "public-keys";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @keys = ["@0", "@1", "@2"].map((@key) => Buffer.from(@key, "base64"));
        function @known(@key) {
          return @keys.some((@other) => @other.equals(@key));
        }\
        """,
        Assets.base64(js.draw().bytes(32)),
        Assets.base64(js.draw().bytes(32)),
        Assets.base64(js.draw().bytes(32)));
    return new Innocent(
        usual, js.code("@known(Buffer.alloc(32))"), "Base64 of random-looking bytes, but keys.");
  }
}
