package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** A reversible way from text to a JavaScript literal. */
interface Coding {
  /** The steps that decode, first step first. */
  List<String> steps();

  /** A literal that holds the text. */
  String store(String text, Js js);

  /**
   * An expression that gives the text back.
   *
   * @param stored an expression without side effects that evaluates to the literal's value
   * @param ascii whether all text is ASCII
   */
  String read(String stored, boolean ascii, Js js);
}
