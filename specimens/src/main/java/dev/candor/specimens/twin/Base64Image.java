package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Pictures inlined by a bundler. */
@AutoService(Twin.class)
public final class Base64Image implements Twin {
  @Override
  public String name() {
    return "base64-image";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @logo = "data:image/png;base64,@0";
        const @cursor = "data:image/gif;base64,@1";
        function @isImage(@uri) {
          return /^data:image\\/(png|gif);base64,/.test(@uri);
        }\
        """,
        Assets.base64(
            Assets.file(
                js.draw(), 1200, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49,
                0x48, 0x44, 0x52)),
        Assets.base64(Assets.file(js.draw(), 90, 0x47, 0x49, 0x46, 0x38, 0x39, 0x61)));
    return new Innocent(
        usual,
        js.code("@isImage(@logo) && @isImage(@cursor)"),
        "Base64 in code, but a picture: its bytes are no list.");
  }
}
