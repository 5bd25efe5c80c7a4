package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A decoder function that is called with one literal for each entry, at many places. */
@AutoService(Hiding.class)
public final class CallSitesHiding implements Hiding {
  @Override
  public String name() {
    return "call-sites";
  }

  @Override
  public int mostEntries() {
    return 60;
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    Coding coding =
        switch (js.draw().below(4)) {
          case 0 -> new ByteCoding(new HexArmour(false), XorKey.draw(js.draw()));
          case 1 -> new ByteCoding(new Base64Armour(), XorIndex.draw(js.draw()));
          case 2 -> new Unlisted(new ByteCoding(new Base64Armour(), Lcg.draw(js.draw())));
          default -> new ByteCoding(new Base64Armour(), Xor.draw(js.draw()));
        };
    String decode =
        js.function("decode", "stored", "return @0;", coding.read(js.name("stored"), true, js));
    List<String> lists = new ArrayList<>();
    for (List<String> table : tables) {
      List<String> calls =
          table.stream().map(entry -> decode + "(" + coding.store(entry, js) + ")").toList();
      lists.add(js.draw().chance(50) ? array(calls) : pushes(calls, lists.size(), js));
    }
    return Access.of(lists, coding.steps(), js);
  }

  private static String array(List<String> calls) {
    return "[" + String.join(", ", calls) + "]";
  }

  private static String pushes(List<String> calls, int number, Js js) {
    String body =
        calls.stream()
            .map(call -> js.code("@out.push(@0);", call))
            .collect(
                Collectors.joining("\n", js.code("const @out = [];\n"), js.code("\nreturn @out;")));
    return js.function("collect" + number, "", "@0", body) + "()";
  }
}
