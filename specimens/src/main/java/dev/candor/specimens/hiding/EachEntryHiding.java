package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;
import java.util.stream.Collectors;

/** An array of strings, each encoded by itself. */
@AutoService(Hiding.class)
public final class EachEntryHiding implements Hiding {
  @Override
  public String name() {
    return "each-entry";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    Coding coding =
        switch (js.draw().below(4)) {
          case 0 -> new ByteCoding(new Base64Armour());
          case 1 -> new ByteCoding(new HexArmour(false));
          case 2 -> new Reversed();
          default -> new ByteCoding(new Base64Armour(), Xor.draw(js.draw()));
        };
    String decode =
        js.function("decode", "stored", "return @0;", coding.read(js.name("stored"), true, js));
    String map =
        js.draw().chance(50)
            ? ".map(" + decode + ")"
            : js.code(".map((@char) => @0(@char))", decode);
    List<String> lists =
        tables.stream()
            .map(t ->
                t.stream()
                    .map(e -> coding.store(e, js))
                    .collect(Collectors.joining(", ", "[", "]")))
            .map(array -> array + map)
            .toList();
    return Access.of(lists, coding.steps(), js);
  }
}
