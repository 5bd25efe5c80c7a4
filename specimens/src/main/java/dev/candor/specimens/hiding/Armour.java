package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** A reversible way from bytes to a JavaScript literal. */
interface Armour {
  /** The steps that decode, first step first. */
  List<String> steps();

  String store(byte[] bytes, Js js);

  /** An expression of bytes over an expression of the literal's value. */
  String read(String stored, Js js);
}
