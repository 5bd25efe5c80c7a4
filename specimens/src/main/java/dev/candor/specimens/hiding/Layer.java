package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;

/** A reversible way from bytes to bytes. */
interface Layer {
  /** The step that decodes. */
  String step();

  byte[] encode(byte[] plain);

  /** An expression over an expression of bytes (a Buffer, a Uint8Array or an array of numbers). */
  String decode(String bytes, Js js);
}
