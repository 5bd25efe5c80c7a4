package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A WebAssembly module as base64. */
@AutoService(Twin.class)
public final class Base64Wasm implements Twin {
  @Override
  public String name() {
    return "base64-wasm";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @wasm = "@0";
        function @bytesOf() {
          return Buffer.from(@wasm, "base64");
        }
        function @valid() {
          return typeof WebAssembly === "object" && WebAssembly.validate(@bytesOf());
        }\
        """,
        Assets.base64(
            Assets.file(js.draw(), 125, 0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 127, 1, 0x78)));
    return new Innocent(
        usual,
        js.code("@valid()"),
        "Base64 in code that is decoded when it runs, but the bytes are a module, no list.");
  }
}
