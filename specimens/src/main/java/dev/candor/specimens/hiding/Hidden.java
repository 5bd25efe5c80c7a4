package dev.candor.specimens.hiding;

import java.util.List;
import java.util.Map;

/**
 * Tables that were hidden.
 *
 * @param tables an expression for each table; evaluates to an array of strings
 * @param encoding steps that decode, first step first; empty when only evaluation can tell
 * @param files further files of the package, by path
 */
public record Hidden(List<String> tables, List<String> encoding, Map<String, byte[]> files) {
  public Hidden {
    tables = List.copyOf(tables);
    encoding = List.copyOf(encoding);
    files = Map.copyOf(files);
  }

  public Hidden(List<String> tables, List<String> encoding) {
    this(tables, encoding, Map.of());
  }
}
