package dev.candor.specimens.trigger;

import dev.candor.specimens.js.Js;
import java.util.List;

/** One way to look at the environment. A new way is a new class with {@code @AutoService}. */
public interface TriggerKind {
  /** Lower case with dashes; part of the specimen's name. */
  String name();

  /** The tables that it compares with; none when it needs none. */
  List<Content> wants();

  /**
   * Declares {@code @marked}, a function without parameters that tells whether to mark.
   *
   * @param tables entries of each wanted table
   * @param lists an expression for each, that evaluates to an array of strings
   */
  Wired wire(List<List<String>> tables, List<String> lists, Js js);
}
