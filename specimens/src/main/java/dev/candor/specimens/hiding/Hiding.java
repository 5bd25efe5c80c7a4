package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** One way to store lists in code. A new way is a new class with {@code @AutoService}. */
public interface Hiding {
  /** Lower case with dashes; part of the specimen's name. */
  String name();

  /** Declares in {@code js} what is needed to get the tables back. */
  Hidden hide(List<List<String>> tables, Js js);

  /** Most entries of a table that this way is used for. */
  default int mostEntries() {
    return 200;
  }

  /** Whether a reader of the code sees the entries. */
  default boolean plain() {
    return false;
  }
}
