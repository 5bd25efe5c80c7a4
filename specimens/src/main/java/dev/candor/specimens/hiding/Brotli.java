package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;

/** Brotli (RFC 7932). */
record Brotli() implements Layer {
  @Override
  public String step() {
    return "brotli";
  }

  @Override
  public byte[] encode(byte[] plain) {
    return BrotliLiterals.encode(plain);
  }

  @Override
  public String decode(String bytes, Js js) {
    String data = bytes.startsWith("Buffer") ? bytes : "Buffer.from(" + bytes + ")";
    return js.builtin("zlib") + ".brotliDecompressSync(" + data + ")";
  }
}
